"""Files in and out. Everything is checked before anything is written."""

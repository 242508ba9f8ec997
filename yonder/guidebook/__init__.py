"""What is said before, in and after a talk: long texts in every language, one folder for each."""

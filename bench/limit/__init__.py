"""The yardstick: a page as small as Django lets one be, on Yonder's web server and database."""

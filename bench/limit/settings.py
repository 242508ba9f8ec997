"""Nothing but what a page with three queries needs. No sessions, no forms, nobody signed in."""

from pathlib import Path

from yonder.environment import data_folder, database

DATA = data_folder()
SECRET_KEY = "signs nothing"  # noqa: S105 (this project has nothing to sign)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["bench.limit"]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.limit.pages"
WSGI_APPLICATION = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
# The same kind of database with the same durability as Yonder's own.
DATABASES = {"default": database(DATA, DATA / "unlock")["default"]}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent / "templates"],
    }
]

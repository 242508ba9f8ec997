"""Everything an operator can set, read from the environment once. docs/settings.md lists it all."""

import secrets
from pathlib import Path

from yonder.environment import (
    address,
    data_folder,
    database,
    flag,
    hours,
    memory_folder,
    number,
    text,
)

BASE = Path(__file__).parent
DATA = data_folder()
DEBUG = False
LOOPBACK_ONLY = (YONDER_ADDRESS := address()) is None

# ---- keys ----------------------------------------------------------------------------------------
# Signs sessions and links. It protects no content: that is the vault's business.
_key_file = DATA / "secret-key"
if not _key_file.exists():
    DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    _key_file.touch(mode=0o600)
    _key_file.write_text(secrets.token_urlsafe(64))
SECRET_KEY = text("YONDER_SECRET_KEY") or _key_file.read_text()
RING = Path(text("YONDER_RING") or DATA / "ring")

# ---- parts ---------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "yonder.web",
    "yonder.career",
    "yonder.vault",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "yonder.web.headers.headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "yonder.web.origins.origins",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "yonder.web.unlocking.unlocking",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "yonder.urls"
WSGI_APPLICATION = "yonder.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE / "web" / "templates"],
        "OPTIONS": {
            "environment": "yonder.web.templating.environment",
            "context_processors": ["yonder.web.templating.everywhere"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

# ---- where things lie ----------------------------------------------------------------------------
# The unlock store is never copied: memory-backed with SQLite, an UNLOGGED table in PostgreSQL.
DATABASES = database(DATA, memory_folder(DATA))
DATABASE_ROUTERS = ["yonder.vault.routing.UnlockRouter"]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rate_limit",
    }
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE / "web" / "static"]
STORAGES = {"staticfiles": {"BACKEND": "yonder.web.assets.JoinedStaticFiles"}}
# Nothing that was sent in is ever spooled to a file (vault-protocols finding 17).
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000

# ---- people --------------------------------------------------------------------------------------
AUTH_USER_MODEL = "career.Person"
AUTHENTICATION_BACKENDS = ["yonder.web.signin.SlotBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"yonder.web.choosing.{name}", "OPTIONS": options}
    for name, options in [
        ("LongEnough", {"min_length": 12}),
        ("Uncommon", {}),
        ("NotTheName", {"user_attributes": ("name", "login")}),
    ]
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
ACCOUNT_ADAPTER = "yonder.web.accounts.AccountAdapter"
ACCOUNT_FORMS = {
    "add_email": "yonder.web.addresses.AddressForm",
    "reauthenticate": "yonder.web.choosing.PasswordAgainForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_CHANGE_EMAIL = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_ADAPTER = "yonder.web.accounts.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "yonder.web.second_step.SignInForm",
    "reauthenticate": "yonder.web.second_step.AgainForm",
    "activate_totp": "yonder.web.second_step.SwitchOnForm",
}
MFA_SUPPORTED_TYPES = ["totp"]
MFA_TOTP_ISSUER = "Yonder"

# Days between somebody's last day here and the erasing of all that is theirs.
LEAVING_DAYS = number("YONDER_LEAVING_DAYS", 30)
# Where most people sign in on tablets that others use too, the box for it is ticked beforehand.
SHARED_DEVICES = flag("YONDER_SHARED_DEVICES", default=False)

# ---- browser -------------------------------------------------------------------------------------
# Loopback speaks plain http, where `__Host-` and Secure cannot hold (decision 24).
SECURE = not LOOPBACK_ONLY
_host = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_host}session", f"{_host}csrf"
UNLOCK_COOKIE_NAME, DEVICE_COOKIE_NAME = f"{_host}unlock", f"{_host}device"
SHARED_COOKIE_NAME = f"{_host}shared"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "yonder.web.errors.stale_form"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# A proxy that was asked over plain http is sent back to the address people use.
SECURE_SSL_REDIRECT = SECURE
SECURE_SSL_HOST = YONDER_ADDRESS.netloc if YONDER_ADDRESS else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
_names = [YONDER_ADDRESS.hostname] if YONDER_ADDRESS else []
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_names]
CSRF_TRUSTED_ORIGINS = [YONDER_ADDRESS.geturl()] if YONDER_ADDRESS else []

# ---- mail ----------------------------------------------------------------------------------------
EMAIL_HOST = text("YONDER_SMTP_HOST")
EMAIL_PORT = number("YONDER_SMTP_PORT", 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = text("YONDER_SMTP_USER"), text("YONDER_SMTP_PASSWORD")
EMAIL_USE_TLS = flag("YONDER_SMTP_STARTTLS", default=True)
EMAIL_TIMEOUT = 10
# The hours of the workplace in which letters about planned days go out.
LETTERS_FROM, LETTERS_UNTIL = hours("YONDER_LETTERS", (7, 20))
DEFAULT_FROM_EMAIL = text("YONDER_MAIL_FROM") or "Yonder <yonder@localhost>"

# ---- words and time ------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
# A language stands here when every sentence of it is there: two on one page help nobody.
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE / "guidebook" / "locale"]
USE_TZ, TIME_ZONE = True, text("YONDER_TIME_ZONE") or "UTC"

# ---- log -----------------------------------------------------------------------------------------
# What happened and where, never what was written: no request bodies, no locals, no access log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "yonder.web.reports.PlainLines",
            "format": "{levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": text("YONDER_LOG_LEVEL") or "WARNING"},
    # A closed page answers 403 and an old link 404: no news for whoever runs the server.
    "loggers": {"django.request": {"level": "ERROR", "filters": ["no_paths"]}},
    "filters": {"no_paths": {"()": "yonder.web.reports.NoPaths"}},
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "yonder.web.reports.NoContent"

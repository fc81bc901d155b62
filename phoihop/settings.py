"""Every setting, from the environment. docs/settings.md explains each one."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from phoihop.environment import (
    envbool,
    envdatabase,
    envint,
    envlist,
    envpath,
    envsecret,
    envstr,
    refuse_unknown,
)

PACKAGE = Path(__file__).resolve().parent

# --- What the installation says -------------------------------------------------

VAR = envpath("PHOIHOP_VAR", PACKAGE.parent / "var")
SECRET_KEY = envsecret("PHOIHOP_SECRET_KEY", VAR / "secret-key")
ALLOWED_HOSTS = envlist("PHOIHOP_HOSTS", ["127.0.0.1", "localhost"])
HTTPS = envbool("PHOIHOP_HTTPS", True)
DEBUG = envbool("PHOIHOP_DEBUG", False)
# The head of the trail outside the database: a cut tail shows against it.
TRAIL_HEAD_FILE = envpath("PHOIHOP_TRAIL_HEAD_FILE", VAR / "trail-head")
SESSION_COOKIE_AGE = 60 * envint("PHOIHOP_SESSION_MINUTES", 480, low=5, high=1440)
# Where the server listens; another address than this machine needs a reason.
BIND = envstr("PHOIHOP_BIND", "127.0.0.1")
LOCK_WAIT_SECONDS = envint("PHOIHOP_LOCK_WAIT_SECONDS", 10, low=1, high=60)

# --- Database -------------------------------------------------------------------

_database = envdatabase("DATABASE_URL", VAR / "phoihop.sqlite3")


def _database_settings(found: dict[str, str]) -> dict[str, Any]:
    """Django's form of a database setting, with what each engine needs here."""
    connection: dict[str, Any] = {
        key: found.pop(key)
        for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")
        if key in found
    }
    if connection["ENGINE"].endswith("sqlite3"):
        return {
            **connection,
            "CONN_MAX_AGE": 60,
            # A file, not memory: the tests meet WAL and its locks as they are.
            "TEST": {"NAME": str(VAR / "test.sqlite3")},
            "OPTIONS": {
                # Actions take the write lock at once, so that none of them is
                # refused half way (a read lock cannot always grow). Pages read
                # in autocommit and lock nothing.
                "transaction_mode": "IMMEDIATE",
                "timeout": LOCK_WAIT_SECONDS,
                "init_command": (
                    # synchronous=FULL: an acknowledged commit survives the loss
                    # of power, which NORMAL does not promise under WAL.
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
                    "PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
                    "PRAGMA trusted_schema=OFF;"
                ),
            },
        }
    waits = f"-c lock_timeout={LOCK_WAIT_SECONDS}s"
    return {
        **connection,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": waits, **found},
    }


DATABASES = {"default": _database_settings(_database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- The house ------------------------------------------------------------------

ROOT_URLCONF = "phoihop.urls"
WSGI_APPLICATION = "phoihop.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "phoihop.scopes",
    "phoihop.trail",
    "phoihop.accounts",
    "phoihop.posts",
    "phoihop.organisations",
    "phoihop.programmes",
    "phoihop.pages",
    "phoihop.chores",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "phoihop.pages.headers.no_store",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "phoihop.pages.language.middleware",
    "phoihop.pages.scoped.classified",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": ["phoihop.pages.frame.frame"],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "phoihop.pages.templatetags.components",
                "phoihop.pages.templatetags.formats",
                "phoihop.pages.templatetags.due",
            ],
            # Cached also under DEBUG: 37 against 53 requests a second.
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.app_directories.Loader"],
                )
            ],
        },
    }
]
FORM_RENDERER = "phoihop.pages.rendering.FormRenderer"

# --- Language and time ----------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "ngon_ngu"
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# --- Signing in -----------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign_in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- Headers, cookies, limits ---------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        # data: for the small pictures inside Bootstrap's style sheet.
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# The prefix makes browsers refuse the cookie from a sibling host or over http.
SESSION_COOKIE_NAME = "__Host-phien" if HTTPS else "phien"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "phoihop.pages.refusals.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# --- Files the browser needs ----------------------------------------------------

STATIC_URL = "/tinh/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# Every setting has been read: what else carries our prefix is misspelt.
refuse_unknown()

"""Every setting, from the environment. docs/settings.md explains each one."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from phoihop.environment import (
    envaddress,
    envbool,
    envchoice,
    envdatabase,
    envint,
    envlist,
    envpassword,
    envpath,
    envsecret,
    envsite,
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
# A session ends so long after the last request, and so long after signing in.
SESSION_COOKIE_AGE = 60 * envint("PHOIHOP_IDLE_MINUTES", 60, low=5, high=1440)
SESSION_SECONDS_AT_MOST = 60 * envint("PHOIHOP_SESSION_MINUTES", 720, low=5, high=1440)
# How many of our own proxies a request passes: whose X-Forwarded-For is believed.
PROXIES = envint("PHOIHOP_PROXIES", 0, low=0, high=5)
# The bytes of files, outside the database; one file system, so that a move is one.
FILES_ROOT = envpath("PHOIHOP_FILES", VAR / "files")
# Days off and anniversaries of the installation's own, besides the country's.
DAYS_FILE = envpath("PHOIHOP_DAYS_FILE", PACKAGE / "almanac" / "own_days.toml")
# Where the server listens; another address than this machine needs a reason.
BIND = envstr("PHOIHOP_BIND", "127.0.0.1")
# How long a worker keeps a job without a sign of life; then another takes it up.
JOB_LEASE_SECONDS = envint("PHOIHOP_JOB_LEASE_SECONDS", 60, low=1, high=3600)
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
                    # trusted_schema stays on: SQLite 3.40 counts JSON_VALID among the
                    # functions that it would then refuse in a CHECK of Django's own.
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
    # First, so that its commands stand in place of Django's of the same name.
    "phoihop.chores",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_tasks",
    "django_tasks_db",
    "allauth.account",
    "axes",
    "csp",
    "phoihop.scopes",
    "phoihop.trail",
    "phoihop.accounts",
    "phoihop.posts",
    "phoihop.jobs",
    "phoihop.notices",
    "phoihop.files",
    "phoihop.organisations",
    "phoihop.documents",
    "phoihop.programmes",
    "phoihop.reports",
    "phoihop.pages",
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
    "phoihop.pages.sessions.middleware",
    "allauth.account.middleware.AccountMiddleware",
    "phoihop.pages.language.middleware",
    "phoihop.pages.scoped.classified",
    "axes.middleware.AxesMiddleware",
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
                "phoihop.pages.templatetags.reviewing",
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

# --- Work in the background -----------------------------------------------------

# The queue lies in the database, so that a job is asked for in the transaction of
# what needs it (docs/decisions/0016).
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Mail -----------------------------------------------------------------------

# Without a host no mail leaves; notices stand on their page.
MAIL_HOST = envstr("PHOIHOP_MAIL_HOST", "")
MAIL_TLS = envchoice("PHOIHOP_MAIL_TLS", "starttls", ("starttls", "tls", "none"))
MAIL_PORT = envint("PHOIHOP_MAIL_PORT", 587, low=1, high=65535)
MAIL_USER = envstr("PHOIHOP_MAIL_USER", "")
MAIL_PASSWORD = envpassword("PHOIHOP_MAIL_PASSWORD", "PHOIHOP_MAIL_PASSWORD_FILE")
MAIL_FROM = envaddress("PHOIHOP_MAIL_FROM", f"phoihop@{ALLOWED_HOSTS[0]}")
# The hour of the day in Việt Nam from which the digest leaves.
DIGEST_HOUR = envint("PHOIHOP_DIGEST_HOUR", 7, low=0, high=23)
# What the links of a letter begin with.
SITE = envsite("PHOIHOP_SITE", f"http{'s' if HTTPS else ''}://{ALLOWED_HOSTS[0]}")

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
# axes asks first whether the try may be made; then allauth looks at the password.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
# None of allauth's pages is served: ours call it (docs/decisions/0017).
ACCOUNT_ADAPTER = "phoihop.pages.signing.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# The address for notices is no way to sign in: allauth does not know of it.
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
# axes counts, in the database; allauth would count in each worker's memory.
ACCOUNT_RATE_LIMITS = False
AXES_HANDLER = "phoihop.pages.attempts.Attempts"
AXES_CLIENT_IP_CALLABLE = "phoihop.pages.attempts.address_of"
AXES_CLIENT_STR_CALLABLE = "phoihop.pages.attempts.no_name"
AXES_LOCKOUT_CALLABLE = "phoihop.pages.attempts.as_rendered"
# For the check of axes, which wants an address in it; our handler knows the limits.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
# A try that was not allowed is marked as such, and counts no further.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

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
DATA_UPLOAD_MAX_NUMBER_FILES = 5
# Files are received into memory and nowhere else: no temporary file is ever written.
FILE_UPLOAD_HANDLERS = ["phoihop.pages.uploads.MemoryOnly"]

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
        "line": {
            "()": "phoihop.log_lines.WithoutKeys",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# Every setting has been read: what else carries our prefix is misspelt.
refuse_unknown()

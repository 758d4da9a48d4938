"""Django's settings, derived from the validated environment and nothing else."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from ownwords.config.environment import load
from ownwords.engine import connection_parameters

ENV = load(os.environ)
PACKAGE = Path(__file__).resolve().parent.parent
PRODUCTION = ENV.is_production

SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
ALLOWED_HOSTS = list(ENV.hosts)
CSRF_TRUSTED_ORIGINS = [ENV.origin]
ROOT_URLCONF = "ownwords.config.urls"
WSGI_APPLICATION = "ownwords.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "pgtrigger",
    "pghistory",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "ownwords.ledger",
    "ownwords.people",
    "ownwords.record",
    "ownwords.measures",
    "ownwords.connections",
    "ownwords.peers",
    "ownwords.inquiry",
    "ownwords.exchange",
    "ownwords.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "ownwords.site.middleware.FaultsInWords",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ownwords.site.middleware.IdleSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "ownwords.config.jinja_env.environment",
            "context_processors": ["ownwords.site.shell.page_context"],
        },
    },
    {
        # The sign-in library's own pages are the only Django templates.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "ownwords.site.shell.page_context",
            ]
        },
    },
]


# How long a page waits for the database before it says so (docs/faults.md); DATABASE_URL may say otherwise. Commands,
# which migrate and copy, wait as long as it takes.
PATIENCE = "-c statement_timeout=2500 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=60000"


def _database(url: str) -> dict[str, object]:
    """Return Django's database settings for an address; what else it asks for (sslmode, ...) is passed on."""
    parts = connection_parameters(url)
    named = {name: parts.pop(name, "") for name in ("dbname", "user", "password", "host", "port")}
    options: dict[str, object] = {"application_name": "ownwords", **parts}
    if ENV.database_role:
        options["options"] = f"{PATIENCE} {parts.get('options', '')} -c role={ENV.database_role}"
        options.setdefault("connect_timeout", 2)
    return {
        "ENGINE": "ownwords.config.database" if ENV.database_role else "django.db.backends.postgresql",
        "NAME": named["dbname"],
        "USER": named["user"],
        "PASSWORD": named["password"],
        "HOST": named["host"],
        "PORT": named["port"],
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


DATABASES = {"default": _database(ENV.database_url or "postgresql:///ownwords")}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "ownwords.people.signin.NotTooLong"},
    {"NAME": "ownwords.people.signin.NotGuessable"},
]

ACCOUNT_USER_MODEL_USERNAME_FIELD = "signin_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_USER_DISPLAY = "ownwords.people.signin.display"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "ownwords.people.signin.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "ownwords.people.forms.accounts.SignInForm",
    "change_password": "ownwords.people.forms.accounts.ChangePasswordForm",
    "set_password": "ownwords.people.forms.accounts.SetPasswordForm",
    "reauthenticate": "ownwords.people.forms.accounts.ReauthenticateForm",
    "reset_password": "ownwords.people.forms.accounts.ResetPasswordForm",
    "reset_password_from_key": "ownwords.people.forms.accounts.ResetPasswordKeyForm",
}
# Addresses come from an invitation: nobody types one in to make an account, and none opens a door by itself.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
# Other sessions end with the old password in any case: their check value no longer fits.
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Failures are counted by address, and for each sign-in name for five minutes at most, so that nobody can lock
# somebody else out for long (docs/signing-in.md).
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,10/5m/key"}
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "ownwords.people.signin.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "ownwords.people.forms.accounts.CodeForm",
    "reauthenticate": "ownwords.people.forms.accounts.CodeAgainForm",
    "activate_totp": "ownwords.people.forms.accounts.FirstCodeForm",
    "add_webauthn": "ownwords.people.forms.accounts.PasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Ownwords"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
USERSESSIONS_TRACK_ACTIVITY = False
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=1).total_seconds())

# Rate limits are counted in the database, so that two server processes count together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "ownwords_cache"}}

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "session"
SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrftoken"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "ownwords.site.faults.form_not_from_here"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 50
# In memory alone: what is larger is dropped while it arrives, and no upload is ever written to a disk. A page that
# takes more than these two megabytes says so (people/uploads.py).
FILE_UPLOAD_HANDLERS = ["ownwords.people.uploads.UploadHandler"]

STATIC_URL = "static/"
STATIC_ROOT = ENV.data_dir / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

LANGUAGE_CODE = ENV.language
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = ENV.time_zone
USE_TZ = True

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DEFAULT_FROM_EMAIL = ENV.mail_from
if ENV.mail is None:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
else:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = ENV.mail.host, ENV.mail.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = ENV.mail.user, ENV.mail.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = ENV.mail.tls == "starttls", ENV.mail.tls == "implicit"
    EMAIL_TIMEOUT = 10

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "ownwords.config.logs.formatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

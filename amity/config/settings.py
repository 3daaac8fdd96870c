"""All of Amity's settings. What the environment may say is read here and nowhere else; docs/settings.md lists it."""

from urllib.parse import urlsplit

from amity.config import env

DATA = env.data_folder()
INBOX = env.existing_folder("AMITY_INBOX")
PORT = env.whole_number("AMITY_PORT", 8000, 1, 65535)
BIND = env.text("AMITY_BIND", "127.0.0.1")
URL = env.address("AMITY_URL", f"http://localhost:{PORT}")
WEB_PROCESSES = env.whole_number("AMITY_WEB_PROCESSES", 1, 1, 64)
REGION = env.text("AMITY_REGION").upper() or None  # of phone numbers written without a country, as "GB"
OWNER_TIME_ZONE = env.time_zone("AMITY_TIME_ZONE")  # a new owner starts with it; their settings page changes it

SECRET_KEY = env.secret("AMITY_SECRET_KEY", keep_in=DATA)
DEBUG = False
SITE = urlsplit(URL)
ALLOWED_HOSTS = [SITE.hostname, "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [URL]
HTTPS = SITE.scheme == "https"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "amity_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = False  # the reverse proxy in front does that; behind it we speak plain HTTP
SILENCED_SYSTEM_CHECKS = ["security.W008"]
X_FRAME_OPTIONS = "DENY"

DATABASES = {"default": env.database("AMITY_DATABASE_URL", DATA)}
AUTH_USER_MODEL = "records.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"  # of other people's apps; ours all have UUIDs
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español")]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "amity.records.apps.Records",
    "amity.surfaces.web.apps.Web",
    "amity.surfaces.jobs.apps.Jobs",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "amity.surfaces.web.middleware.ContentSecurity",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages; its random padding keeps lengths from telling secrets
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "amity.surfaces.web.middleware.ViewerOfRequest",
]
ROOT_URLCONF = "amity.config.urls"
WSGI_APPLICATION = "amity.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "amity.surfaces.web.context.page",
            ]
        },
    }
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "amity.config.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "files"
UPLOADS = DATA / "uploads"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
UPLOAD_LIMIT_BYTES = env.whole_number("AMITY_UPLOAD_LIMIT_MB", 2048, 1, 1_000_000) * 1_000_000

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "OPTIONS": {"id_function": "amity.lib.ids.new_id"},
    }
}
JOBS_LEASE_SECONDS = env.whole_number("AMITY_JOBS_LEASE_SECONDS", 30, 1, 3600)
JOBS_MAX_ATTEMPTS = 50  # a restart counts as an attempt, and an import may meet many
JOBS_MAX_RUN_SECONDS = 24 * 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"standard_error": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["standard_error"], "level": "WARNING"},
}

"""The one settings file. What differs between installations comes from config.env."""

import sys
from email.utils import parseaddr
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from config import env, mail

ROOT = env.ROOT
VAR = env.VAR
TESTING = "pytest" in sys.modules


def _own_secret() -> str:
    """A secret of this installation's own, made once; production sets HZH_SECRET_KEY instead."""
    place = VAR / "secret"
    try:
        if not place.exists():
            VAR.mkdir(parents=True, exist_ok=True)
            place.touch(mode=0o600)
            place.write_text(get_random_secret_key())
        return place.read_text()
    except OSError as error:
        sys.exit(f"不能使用数据目录 {VAR}（{error.strerror}）。请检查权限，或用 HZH_VAR 指定别的目录。")


# -- what this installation is ---------------------------------------------------------------------
IS_PRODUCTION = env.IS_PRODUCTION
DEBUG = env.DEBUG
DEMO = env.DEMO
SECRET_KEY = env.SECRET_KEY or _own_secret()
SITE_URL = env.SITE_URL.rstrip("/")
PORT = env.PORT
BIND = env.BIND
ALLOWED_HOSTS = env.ALLOWED_HOSTS or ["*"]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

FEATURES = ["wiki", "courses", "subscriptions", "helpdesk"]
ROOMS = [
    *("content", "people", "search", "notifications", "portal", "api", "files", "activity"),
    *("access", "org", "workdays", "jobs", "audit", "ui", "hanzi"),
]
INSTALLED_APPS = [
    "demo",
    "admin_csp",  # first: its templates replace Wagtail's inline scripts
    *FEATURES,
    *ROOMS,
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "django_tasks",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
]
if env.OIDC_URL:
    INSTALLED_APPS.append("allauth.socialaccount.providers.openid_connect")
if env.FEISHU_APP_ID:
    INSTALLED_APPS.append("allauth.socialaccount.providers.feishu")

MIDDLEWARE = [
    "config.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.limits.LimitsMiddleware",
    "org.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "org.middleware.DoorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.policies.PolicyMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django_cotton.cotton_loader.Loader",
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "ui.templatetags.ui",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
COTTON_DIR = "components"
COTTON_ISOLATE_BY_DEFAULT = True  # a component sees its inputs, not the variables of the page around it

# -- engines ---------------------------------------------------------------------------------------
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": VAR / "db.sqlite3",
    "CONN_MAX_AGE": None,
    # WAL and IMMEDIATE together let several processes write without a single lock error (docs/architecture.md).
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;",
    },
    "TEST": {"NAME": VAR / "test.sqlite3"},
}
DATABASES = {"default": env.DATABASE or SQLITE}
if env.DATABASE and env.DATABASE["ENGINE"].endswith("sqlite3"):
    DATABASES["default"] = {**SQLITE, "NAME": env.DATABASE["NAME"]}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    sys.modules["psycopg"] = None  # not installed, for Wagtail's API: it would load PostgreSQL's fields, 8 MB a process
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):  # compiling what is asked costs more than asking it
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},  # a Redis that froze holds no request
    }
    if env.REDIS_URL
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}
REDIS_URL = env.REDIS_URL
ELASTICSEARCH_URL = env.ELASTICSEARCH_URL

# -- words and times -------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

# -- people ----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "org.User"
AUTHENTICATION_BACKENDS = ["org.backends.Backend", "access.backends.RoleBackend"]
SESSION_ENGINE = "org.sessions"
SESSION_COOKIE_NAME = "hzh_session"
SESSION_COOKIE_AGE = 7 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = env.IS_PRODUCTION
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_NAME = "hzh_csrf"
LANGUAGE_COOKIE_NAME = "hzh_language"
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else ["django.contrib.auth.hashers.ScryptPasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
)
PASSWORD_RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{PASSWORD_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {
        "NAME": f"{PASSWORD_RULES}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["number", "name", "pinyin", "phone", "email"]},
    },
    {"NAME": f"{PASSWORD_RULES}.CommonPasswordValidator"},
]

ACCOUNT_ADAPTER = "org.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "org.adapters.SocialAccountAdapter"
MFA_ADAPTER = "org.adapters.SecondStepAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "number"
ACCOUNT_LOGIN_METHODS = {"username"}  # org.backends takes numbers, phones and mails as one
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # written down like the others so that it takes as long, and sent to nobody
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
# org.throttling counts instead: allauth's limits would let one person lock out a colleague or a hospital.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "5/5m/key",  # the second step, after the password
    "reset_password": None,
    "reset_password_from_key": None,
    "request_login_code": None,
}
ACCOUNT_FORMS = {
    "login": "org.forms.signin.SignInForm",
    "request_login_code": "org.forms.signin.AskCodeForm",
    "confirm_login_code": "org.forms.signin.CodeForm",
    "reset_password": "org.forms.signin.ForgottenForm",
    "confirm_password_reset_code": "org.forms.signin.CodeForm",
    "reset_password_from_key": "org.forms.own.ForgottenPasswordForm",
    "change_password": "org.forms.own.ChangePasswordForm",
    "set_password": "org.forms.own.SetPasswordForm",
    "reauthenticate": "org.forms.own.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "org.forms.own.SecondStepForm",
    "reauthenticate": "org.forms.own.SecondStepAgainForm",
    "activate_totp": "org.forms.own.ActivateForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "宏智汇"
MFA_TOTP_TOLERANCE = 1  # half a minute: the clocks of phones differ
ALLAUTH_TRUSTED_PROXY_COUNT = env.TRUSTED_PROXIES

OIDC_NAME, OIDC_NUMBER_CLAIM = env.OIDC_NAME, env.OIDC_NUMBER_CLAIM
SOCIALACCOUNT_PROVIDERS = {}
if env.OIDC_URL:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": env.OIDC_NAME,
                "client_id": env.OIDC_CLIENT_ID,
                "secret": env.OIDC_SECRET,
                "settings": {"server_url": env.OIDC_URL},
            }
        ],
    }
if env.FEISHU_APP_ID:
    SOCIALACCOUNT_PROVIDERS["feishu"] = {"APPS": [{"client_id": env.FEISHU_APP_ID, "secret": env.FEISHU_SECRET}]}
ELSEWHERE = [key for key, is_on in {"sso": env.OIDC_URL, "feishu": env.FEISHU_APP_ID}.items() if is_on]

# -- Wagtail ---------------------------------------------------------------------------------------
WAGTAIL_PAGE_MODEL = "content.ContentPage"
WAGTAIL_FINISH_WORKFLOW_ACTION = "content.finishing.publish_approved"
WAGTAIL_SITE_NAME = "宏智汇"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [("zh-hans", "简体中文")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "files.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "files.Attachment"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends"}}
TAGGIT_CASE_INSENSITIVE = True
TASKS = {"default": {"BACKEND": "jobs.wagtail_tasks.DueBackend"}}

# -- files -----------------------------------------------------------------------------------------
STORAGES = {
    "default": {"BACKEND": "files.storage.PrivateStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if TESTING else "config.static.HashedStorage"
    },
}
MEDIA_ROOT = VAR / "files"
MEDIA_URL = "/no-media-route/"
STATIC_URL = "/static/"
STATIC_ROOT = Path(VAR / "static")
STATICFILES_DIRS = [ROOT / "static"]
MAX_UPLOAD_MB = env.MAX_UPLOAD_MB
CLAMAV_SOCKET = env.CLAMAV_SOCKET
FILE_HEADER = env.FILE_HEADER
SOFFICE = env.SOFFICE
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000  # a folder to be imported; elsewhere config.limits allows fewer

# -- security --------------------------------------------------------------------------------------
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows its previews in a frame of ours
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # …which this check would forbid
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.IS_PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if env.IS_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.IS_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.TRUSTED_PROXIES else None
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

# -- mail ------------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.MAIL_FROM
vars().update(mail.settings(env.EMAIL_URL, VAR / "mail"))
MAIL_IS_SET = bool(env.EMAIL_URL)  # without a server notices stay in the house

# -- notices that leave the house --------------------------------------------------------------------
VAPID_KEY = env.VAPID_KEY  # empty: made once, kept under var/
PUSH_CONTACT = env.PUSH_CONTACT or f"mailto:{parseaddr(env.MAIL_FROM)[1]}"
WEBHOOK_HOSTS = env.WEBHOOK_HOSTS

# -- Celery ----------------------------------------------------------------------------------------
CELERY_APP = "" if TESTING else "config.celery.app"
SLOW_LANE_WANTED = VAR / "run" / "slow-lane-wanted"
SLOW_LANE_IDLE = env.SLOW_LANE_IDLE
SLOW_LANE_MEMORY_MB = 2048
HEARTBEATS = VAR / "run" / "heartbeats"
BOOT = env.BOOT

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},  # it would name every address that is not found, private ones too
        "uvicorn.error": {"level": "ERROR"},  # anybody can send a malformed request
        "hzh.access": {"level": "INFO" if env.ACCESS_LOG else "WARNING"},
    },
}

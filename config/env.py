"""Every environment variable of 宏智汇, once. None is needed to start.

Bad values are collected and named together; the process then ends with status 2.
"""

import re
import sys
from pathlib import Path

import dj_database_url
from environs import Env, EnvValidationError, ValidationError, validate

ROOT = Path(__file__).resolve().parent.parent
env = Env(eager=False)

# -- what this installation is ------------------------------------------------------------------
MODE = env.str("HZH_ENV", "local", validate=validate.OneOf(["local", "production"]))
IS_PRODUCTION = MODE == "production"
DEMO = env.bool("HZH_DEMO", False)
DEBUG = env.bool("HZH_DEBUG", False)
SECRET_KEY = env.str("HZH_SECRET_KEY", "")
ALLOWED_HOSTS = env.list("HZH_ALLOWED_HOSTS", [])
TRUSTED_PROXIES = env.int("HZH_TRUSTED_PROXIES", 0, validate=validate.Range(0, 5))
VAR = Path(env.str("HZH_VAR", str(ROOT / "var")))
PORT = env.int("PORT", 8000, validate=validate.Range(1, 65535))
SITE_URL = env.str("HZH_SITE_URL", f"http://127.0.0.1:{PORT}")  # stands on paper, in mails and in exports
BIND = env.str("HZH_BIND", "127.0.0.1")
THREADS = env.int("HZH_THREADS", 4, validate=validate.Range(1, 64))
ACCESS_LOG = env.bool("HZH_ACCESS_LOG", IS_PRODUCTION)

# -- engines -------------------------------------------------------------------------------------
DATABASE_URL = env.str("DATABASE_URL", "")
REDIS_URL = env.str("REDIS_URL", "")
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", "")

# -- given by the supervisor to its children -----------------------------------------------------
BOOT = env.str("HZH_BOOT", "")
SLOW_LANE_IDLE = env.int("HZH_SLOW_LANE_IDLE", 0)

# -- mail ------------------------------------------------------------------------------------------
EMAIL_URL = env.str("HZH_EMAIL_URL", "")
MAIL_FROM = env.str("HZH_MAIL_FROM", "宏智汇 <hongzhihui@localhost>")

# -- notices that leave the house ------------------------------------------------------------------
VAPID_KEY = env.str("HZH_VAPID_KEY", "")  # the private key as one line of base64url; empty: made once under var/
PUSH_CONTACT = env.str("HZH_PUSH_CONTACT", "")  # mailto: or https:, for whoever runs the push services
# Where robots may be spoken to. A host named here may stand in the own network, others may not.
WEBHOOK_HOSTS = env.list("HZH_WEBHOOK_HOSTS", [])

# -- files -----------------------------------------------------------------------------------------
MAX_UPLOAD_MB = env.int("HZH_MAX_UPLOAD_MB", 200, validate=validate.Range(1, 2000))
CLAMAV_SOCKET = env.str("HZH_CLAMAV_SOCKET", "")
SOFFICE = env.str("HZH_SOFFICE", "")
FILE_HEADER = env.str("HZH_FILE_HEADER", "", validate=validate.OneOf(["", "X-Accel-Redirect"]))

# -- other ways to sign in -------------------------------------------------------------------------
OIDC_URL = env.str("HZH_OIDC_URL", "")
OIDC_CLIENT_ID = env.str("HZH_OIDC_CLIENT_ID", "")
OIDC_SECRET = env.str("HZH_OIDC_SECRET", "")
OIDC_NAME = env.str("HZH_OIDC_NAME", "统一身份认证")
OIDC_NUMBER_CLAIM = env.str("HZH_OIDC_NUMBER_CLAIM", "preferred_username")
FEISHU_APP_ID = env.str("HZH_FEISHU_APP_ID", "")
FEISHU_SECRET = env.str("HZH_FEISHU_SECRET", "")


def _all_or_none(**values: str) -> None:
    missing = [name for name, value in values.items() if not value]
    if missing and len(missing) < len(values):
        _complain(missing[0], f"缺少：{'、'.join(missing)}。这几项要么都填，要么都不填。")


def _complain(name: str, reason: str) -> None:
    env._errors[name].append(reason)


def _demand(name: str, value: str, schemes: tuple[str, ...]) -> None:
    if value and not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
        _complain(name, f"“{value.split('@')[-1]}”不是可用的地址，应以 {'、'.join(s + '://' for s in schemes)} 开头。")


_demand("DATABASE_URL", DATABASE_URL, ("postgres", "postgresql", "sqlite"))
_demand("REDIS_URL", REDIS_URL, ("redis", "rediss", "unix"))
_demand("ELASTICSEARCH_URL", ELASTICSEARCH_URL, ("http", "https"))
if ELASTICSEARCH_URL and not re.search(r":\d+/?$", ELASTICSEARCH_URL):
    _complain("ELASTICSEARCH_URL", "地址里要写明端口，例如 http://主机:9200。")
_demand("HZH_EMAIL_URL", EMAIL_URL, ("smtp", "smtps", "smtp+tls", "file"))
_demand("HZH_PUSH_CONTACT", PUSH_CONTACT.replace("mailto:", "mailto://", 1), ("mailto", "https"))
_demand("HZH_SITE_URL", SITE_URL, ("http", "https"))
_demand("HZH_OIDC_URL", OIDC_URL, ("https", "http"))
_all_or_none(HZH_OIDC_URL=OIDC_URL, HZH_OIDC_CLIENT_ID=OIDC_CLIENT_ID, HZH_OIDC_SECRET=OIDC_SECRET)
_all_or_none(HZH_FEISHU_APP_ID=FEISHU_APP_ID, HZH_FEISHU_SECRET=FEISHU_SECRET)

if IS_PRODUCTION:
    if DEMO:
        _complain("HZH_DEMO", "演示模式不能与正式环境同时打开。")
    if DEBUG:
        _complain("HZH_DEBUG", "正式环境不能打开调试。")
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10:
        _complain("HZH_SECRET_KEY", "正式环境需要至少 50 个随机字符的密钥。")
    if not ALLOWED_HOSTS or any(host.startswith(("*", ".")) for host in ALLOWED_HOSTS):
        _complain("HZH_ALLOWED_HOSTS", "正式环境要写明域名，不能为空，也不能用通配符。")
    if not SITE_URL.startswith("https://"):
        _complain("HZH_SITE_URL", "正式环境的地址应以 https:// 开头。")

DATABASE = None
if DATABASE_URL and "DATABASE_URL" not in env._errors:
    try:
        DATABASE = dj_database_url.parse(DATABASE_URL, conn_max_age=None, conn_health_checks=True)
    except ValueError as error:
        _complain("DATABASE_URL", str(error))

try:
    env.seal()
except (EnvValidationError, ValidationError) as error:
    print("设置有误，服务没有启动。请改正以下环境变量：", file=sys.stderr)
    for name, messages in sorted(error.error_messages.items()):
        for message in messages:
            print(f"  {name}: {message}", file=sys.stderr)
    raise SystemExit(2) from None

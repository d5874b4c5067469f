"""Whether this machine can print PDF, and in words what to install where it cannot."""

from ctypes.util import find_library

from django.utils.translation import gettext as _

LIBRARIES = ("pango-1.0", "pangoft2-1.0")
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"

_seen = {"pango": False}


def has_pango() -> bool:
    """Looked for without loading it; once found it is not looked for again."""
    if not _seen["pango"]:
        _seen["pango"] = all(map(find_library, LIBRARIES))
    return _seen["pango"]


def words_when_missing() -> str:
    """Empty where nothing is missing."""
    if has_pango():
        return ""
    return _("这台服务器还不能生成 PDF，请管理员安装 %(packages)s。Word 和打印可以照常用。") % {"packages": PACKAGES}

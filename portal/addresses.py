"""Addresses people type in: http, https, or a path of ours; nothing that runs or leads astray."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 500


def clean_address(text) -> str:
    """The address, or ValidationError saying what is wrong."""
    text = text.strip()
    if len(text) > LONGEST or any(ord(letter) < 33 or letter == "\\" for letter in text):
        raise ValidationError(_("地址里不能有空格、换行或反斜线，最多 500 个字符"))
    if text.startswith("/"):
        if text.startswith("//"):
            raise ValidationError(_("站内地址以一条斜线开头，例如 /spaces/xinnei/"))
        return text
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_web = False
    if not is_web or parts.username is not None:
        raise ValidationError(_("请填以 http:// 或 https:// 开头的网址，或以 / 开头的站内地址"))
    return text

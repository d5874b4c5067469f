"""Where LibreOffice is, if it is."""

import re
import shutil
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

NAMES = ("soffice", "libreoffice")


def program() -> Path | None:
    """The program itself: the scripts before it start others and wait for them."""
    found = filter(None, map(shutil.which, (settings.SOFFICE,) if settings.SOFFICE else NAMES))
    places = (Path(path).resolve().with_name("soffice.bin") for path in found)
    return next((place for place in places if place.is_file()), None)


def is_there() -> bool:
    return program() is not None


def words_when_missing() -> str:
    return _("这台服务器没有安装 LibreOffice。请管理员安装，或用 Word、WPS 另存为 .docx、.xlsx、.pptx 后再上传。")


def build_of(program) -> str:
    """A profile that does not name it is thrown away at the first start, which then is made twice."""
    try:
        told = re.search(r"^buildid=(.*)$", program.with_name("versionrc").read_text("utf-8"), re.MULTILINE)
    except OSError:
        return ""
    return told[1] if told else ""

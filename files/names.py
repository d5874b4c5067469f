"""Names people gave their files, made safe to keep, print and send."""

import re
import unicodedata
from pathlib import PurePath

from django.utils.translation import gettext as _

LONGEST = 120  # characters
NEVER_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, direction (“exe.jpg” written backwards), surrogates
MARKDOWN = re.compile(r"([\\\[\]`*_<>])")


def safe_name(name: str) -> str:
    """The last part of a path without control characters; extension kept, the middle shortened."""
    name = unicodedata.normalize("NFC", name or "").replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(" " if letter.isspace() else letter for letter in name if _is_shown(letter))
    name = " ".join(name.split()).lstrip(".").strip()
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    return stem[: LONGEST - len(suffix[:20])] + suffix[:20] or _("文件")


def stem_of(name: str) -> str:
    return PurePath(name).stem or name


def in_markdown(words: str) -> str:
    """Words that stand between brackets in Markdown and mean nothing there."""
    return MARKDOWN.sub(r"\\\1", words)


def _is_shown(letter):
    return letter.isspace() or unicodedata.category(letter) not in NEVER_SHOWN

"""What a text may not be: too long, or nested so deeply that nobody could read it."""

import re

from django.utils.translation import gettext_lazy as _

from content.errors import WritingError

MAX_CHARACTERS = 1_000_000  # the longest law of the corpus has 54,000
MAX_DEPTH = 60  # elements inside one another; ten lists in a table in a quote are 33

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Never closed, or closed by whatever follows: these do not nest.
_SHALLOW = frozenset((
    "area", "br", "col", "hr", "img", "input", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody",
    "tfoot", "colgroup", "option",
))  # fmt: skip


class Unrenderable(WritingError):
    """A text we will not render."""


class TooLong(Unrenderable):
    message = _("正文超过 100 万字，请分成几篇。")


class TooDeep(Unrenderable):
    message = _("列表、引用或表格套得太深，请减少层次。")


def check_length(source: str) -> None:
    if len(source) > MAX_CHARACTERS:
        raise TooLong


def check_depth(html: str, most: int = MAX_DEPTH) -> None:
    """Before anything that walks a tree: parsers take quadratic time over a thousand open elements."""
    depth = 0
    for closing, name in _TAG.findall(html):
        if name.lower() in _SHALLOW:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > most:
            raise TooDeep

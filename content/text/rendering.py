"""From the author's Markdown to the HTML every reader shares. Made once, when a text is published."""

import functools
import threading
from dataclasses import dataclass

from content.text.cleaning import new_cleaner
from content.text.dialect import new_parser
from content.text.dressing import Dressing
from content.text.dressing.links import Pointer
from content.text.limits import TooDeep, check_depth, check_length

RENDERER = 4  # raise it when equal sources give other HTML; what was made by an older one is made anew

_own = threading.local()  # parsers keep a state, so each thread has its own


@dataclass(frozen=True)
class Rendered:
    html: str  # placeholders inside: content.text.filling
    toc: list  # [[level, anchor, words], …]
    text: str
    references: tuple[Pointer, ...]


def render(source: str) -> Rendered:
    """Raises Unrenderable (TooLong, TooDeep) in words for the author; any other text gives a page."""
    check_length(source)
    if not source.strip():
        return Rendered("", [], "", ())
    html = to_html(source)
    check_depth(html)
    dressing, cleaner = Dressing(), _cleaner()
    cleaner.filters = [lambda source: dressing(source)]
    clean = cleaner.clean(html)
    return Rendered(clean, dressing.anchors.toc, dressing.text, dressing.links.pointers)


def to_html(source: str) -> str:
    """What Python-Markdown makes of it: not clean, for nobody's eyes."""
    try:
        return _parser().reset().convert(source)
    except RecursionError:
        del _own.parser  # it stopped half-way
        raise TooDeep from None


def _parser():
    if not hasattr(_own, "parser"):
        _own.parser = new_parser()
    return _own.parser


def _cleaner():
    if not hasattr(_own, "cleaner"):
        _own.cleaner = new_cleaner()
    return _own.cleaner


# Saving asks whether a text can be drawn, publishing draws it a moment later: the last few are kept.
rendered = functools.lru_cache(maxsize=4)(render)

"""A paragraph of nothing but `![字样](page:<uid>#小节)` stands for that section of the other page."""

import re
from urllib.parse import unquote

from content.text.dressing.links import target_of
from content.text.tokens import end, end_of, get, is_blank, is_start, is_tag, start, words

LONGEST_LABEL = 400
_NO_ANCHOR = re.compile(r"[^\w.:-]+")
_WIDE = str.maketrans("\\`[]<>&|\"'^", "＼｀［］＜＞＆｜＂＇＾")


def includes(tokens):
    """Before anything else is dressed, so that the page and the editor see the same."""
    if not any(is_tag(token, "img") and section_of(token) for token in tokens):
        return tokens
    dressed, at = [], 0
    while at < len(tokens):
        if is_start(tokens[at], "p"):
            close = end_of(tokens, at)
            if found := _sections(tokens[at], tokens[at + 1 : close]):
                dressed += found
                at = close + 1
                continue
        dressed.append(tokens[at])
        at += 1
    return dressed


def _sections(opening, inner):
    """The sections, if the paragraph holds nothing else."""
    solid = [token for token in inner if not (is_blank(token) or token["type"] == "Comment")]
    if get(opening, "id") or not all(is_tag(token, "img") and section_of(token) for token in solid):
        return []
    return [part for token in solid for part in _section(token)]


def _section(token):
    uid, anchor = section_of(token)
    part = {"data_part": anchor} if anchor else {}
    return [start("div", data_include=uid, **part), words(label_of(get(token, "alt"))), end("div")]


def section_of(token) -> tuple[str, str] | None:
    """(uid, anchor) of the section a picture's address names."""
    kind, uid, part = target_of(get(token, "src").strip())
    return (uid, anchor_of(part)) if kind == "page" else None


def anchor_of(part: str) -> str:
    return _NO_ANCHOR.sub("-", unquote(part))[:80].strip("-")


def label_of(text: str) -> str:
    """What the author called the section, in signs that mean nothing to Markdown."""
    return " ".join(text.translate(_WIDE).split())[:LONGEST_LABEL].strip()

"""Counting and shortening plain text."""

import re
from html import unescape

_SIGN = re.compile(r'<a class="anchor"[^>]*>.*?</a>|<a class="footnote-backref"[^>]*>.*?</a>')
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|dt|dd|div|figcaption|pre|caption)>|<br>")
_BETWEEN_CELLS = re.compile(r"</t[dh]>\s*(?=<t[dh])")
_TAG = re.compile(r"<[^>]+>")
_COUNTED = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
_SENTENCE_END = re.compile(r"[。！？；!?;]")
CHARACTERS_A_MINUTE = 400  # a grown-up reading Chinese for content


def plain_text(html: str) -> str:
    """The words of rendered HTML, one line a block. Markdown's own text is Rendered.text."""
    html = _BLOCK_END.sub("\n", _BETWEEN_CELLS.sub("\t", _SIGN.sub("", html)))
    lines = (line.strip() for line in unescape(_TAG.sub("", html)).split("\n"))
    return "\n".join(filter(None, lines))


def excerpt(text: str, length: int = 120) -> str:
    """The beginning of a text on one line, cut after a sentence where one ends in the second half."""
    line = " ".join(text[: length * 3].split())
    if len(line) <= length:
        return line
    ends = [match.end() for match in _SENTENCE_END.finditer(line, length // 2, length)]
    return line[: ends[-1]] if ends else line[: length - 1].rstrip("，、：,:（( ") + "…"


def count_characters(text: str) -> int:
    """字数 as Word counts it, without punctuation: a Chinese character is one, a Latin word or number is one."""
    return sum(1 for _match in _COUNTED.finditer(text))


def reading_minutes(text: str) -> int:
    return max(1, round(count_characters(text) / CHARACTERS_A_MINUTE))

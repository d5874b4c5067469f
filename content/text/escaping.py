"""Words that mean nothing in Markdown but themselves."""

import re

from content.text.dialect import ADDRESS, SUBSCRIPT, SUPERSCRIPT

_ADDRESS = re.compile(ADDRESS)
_SIGNS = re.compile(r"([\\`*_\[\]])")
_PAIRS = re.compile(r"~(?=~)|(?<=~)~|=(?==)|(?<==)=")
_LEVELS = re.compile(f"{SUBSCRIPT}|{SUPERSCRIPT}")
_TAG = re.compile(r"<(?=[/!?a-zA-Z])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(
    r"(^|\n)([ \t]*)(#{1,6}(?=[ \t])|>|[-+](?=[ \t]|$)|:(?=[ \t])"
    r"|(?:-+|=+)(?=[ \t]*(?:\n|$))|\|(?=[-|: \t]*(?:\n|$)))"  # what makes headings and tables of the line above
)
_NUMBER = re.compile(r"(^|\n)([ \t]*\d{1,9})\.(?=\s|$)")
_CODES = {":": "&#58;", ">": "&gt;"}


def escape(text: str) -> str:
    """For a run of text between tags: rendered, it says what it said. Addresses stay, for they become links."""
    parts, at = [], 0
    for match in _ADDRESS.finditer(text):
        parts += [_escaped(text[at : match.start()]), match.group()]
        at = match.end()
    parts.append(_escaped(text[at:]))
    return _line_starts("".join(parts))


def _escaped(text):
    text = _SIGNS.sub(r"\\\1", text)
    text = _PAIRS.sub(lambda match: "\\" + match.group(), text)
    text = _LEVELS.sub(lambda match: match.group().replace("~", r"\~").replace("^", r"\^"), text)
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))


def _line_starts(text):
    def escaped(match):
        sign = match[3]
        return match[1] + match[2] + _CODES.get(sign, "\\" + sign)

    return _NUMBER.sub(r"\1\2\\.", _LINE_START.sub(escaped, text))

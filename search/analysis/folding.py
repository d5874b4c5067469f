"""One form for what people write in many: half-width, simplified, lower case."""

import re
import unicodedata
from functools import cache

from hanzi.tables import tables

_plain: set[str] = set()  # letters that are their own folded form, case aside: all that texts are made of, mostly
_alone: set[str] = set()  # those of them that never become one with the letter before, as marks above it do


def fold(text) -> str:
    """“ＣＴ 增強” → “ct 增强”. The same on both sides of every comparison; may change the length of the text."""
    return _simplified(unicodedata.normalize("NFKC", text)).lower()


def fold_letters(text) -> str:
    """As `fold` as far as tokens go: signs may stay as they are. A third of the time for most texts."""
    letters = set(text)
    if letters <= _alone or all(_is_alone(letter) for letter in letters - _alone):
        return text.lower()
    return fold(text)


def fold_with_places(text) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text it came from (and the end of the text).

    Most texts only want lower case: their signs are left as they are, since no token holds one.
    """
    letters = set(text)
    if letters <= _plain or all(_is_plain(letter) for letter in letters - _plain):
        lower = text.lower()
        if len(lower) == len(text):
            return lower, range(len(text) + 1)
    others = "".join(letter for letter in letters if not _is_plain(letter) or len(letter.lower()) > 1)
    pieces, places, start = [], [], 0
    for match in re.finditer(f"[{re.escape(others)}]", text):
        piece = fold(match[0])
        pieces += [text[start : match.start()].lower(), piece]
        places += [*range(start, match.start()), *[match.start()] * len(piece)]
        start = match.end()
    return "".join([*pieces, text[start:].lower()]), [*places, *range(start, len(text) + 1)]


def _is_plain(letter):
    """Signs are, too, unless they hide letters or digits: ℃, ①."""
    if letter in _plain:
        return True
    folded = fold(letter)
    if folded == letter.lower() or not (letter.isalnum() or any(map(str.isalnum, folded))):
        _plain.add(letter)
        return True
    return False


def _is_alone(letter):
    """Marks that join stand from U+0300 on, those beyond U+2000 are called so."""
    if letter in _alone:
        return True
    if (letter < "\u0300" or letter >= "\u2000") and unicodedata.category(letter)[0] != "M" and _is_plain(letter):
        _alone.add(letter)
        return True
    return False


def _simplified(text):
    if text.isascii():
        return text
    traditional, table = _traditional()
    return text if traditional.isdisjoint(set(text)) else text.translate(table)


@cache
def _traditional():
    """All traditional characters, and the table that replaces them one by one."""
    known = tables()
    return frozenset(known.traditional), str.maketrans(known.traditional, known.simple)

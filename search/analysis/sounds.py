"""How words sound, for those who type pinyin or the first letters of it."""

import re
from functools import cache, lru_cache

from hanzi.sounds import spoken, syllables
from search.analysis.folding import fold
from search.analysis.tokens import _RUNS

MOST = 120  # syllables of a title


def sounds(text) -> list[str]:
    """“CT增强扫描” → ct zeng qiang sao miao: syllables without tone; other words as they are."""
    found = []
    for run in _RUNS.finditer(fold(text)):
        found += _said(run[0]) if run[1] else [run[0]]
    return found[:MOST]


@lru_cache(maxsize=8_000)  # a title is heard when it is indexed and each time it is ranked: 0.1 ms
def _said(run) -> tuple[str, ...]:
    return tuple(spoken(run))


def initials(text) -> str:
    """“危急值” → wjz; of words in letters their letters, of numbers their digits."""
    return "".join(each if each.isdigit() else each[0] for each in sounds(text))


def pairs_of_initials(text) -> list[str]:
    """“wjzbg” as pairs with the last letter alone, as Han characters are kept: wj jz zb bg g."""
    letters = initials(text)
    return [*(letters[place : place + 2] for place in range(len(letters) - 1)), letters[-1:]]


@lru_cache(maxsize=2_000)
def syllables_in(letters) -> tuple[tuple[str, ...], ...]:
    """The ways to cut typed letters into syllables, the last of which may be half typed: “weijiz” → wei ji z.

    At most four ways, those with the longest syllables first; none when the letters are no pinyin.
    """
    if not re.fullmatch(r"[a-z]{2,40}", letters):
        return ()
    known, found = syllables(), []
    starts = _beginnings()

    def cut(rest, said):
        if len(found) == 4:
            return
        if not rest:
            found.append(said)
            return
        for length in range(min(6, len(rest)), 0, -1):
            head, tail = rest[:length], rest[length:]
            if (head in known and (length > 1 or head in "aeo")) or (not tail and head in starts):
                cut(tail, (*said, head))

    cut(letters, ())
    return tuple(found)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(each[:length] for each in syllables() for length in range(1, len(each)))

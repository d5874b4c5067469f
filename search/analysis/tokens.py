"""What the index holds of a text, and how a typed run is looked for in it.

Han characters are kept as overlapping pairs and the last one of a run alone besides, so that every word of two
characters and more is a phrase of pairs and every single character the beginning of a token. Letters and digits are
words of their own, apart from each other: “5mg” is found as “5 mg” is.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from search.analysis.folding import fold, fold_letters

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ebe0"
_RUNS = re.compile(rf"([{HAN}]+)|\d+|[^\W\d_{HAN}]+")
_HAN = re.compile(f"[{HAN}]")
LONGEST_WORD = 60  # letters; what is longer is no word, and no index wants it


def is_han(text) -> bool:
    return bool(_HAN.search(text))


def tokens(text) -> list[str]:
    """What the index holds of a text: “CT增强5mg” → ct 增强 强 5 mg."""
    return tokens_of_folded(fold_letters(text))


def tokens_of_folded(text) -> list[str]:
    found = []
    for run in _RUNS.finditer(text):
        word = run[0]
        if run[1]:
            found += map("".join, pairwise(word))
            found.append(word[-1])
        else:
            found.append(word[:LONGEST_WORD])
    return found


def pairs(text) -> list[str]:
    """The pairs and words of a text, repeats kept, for likeness and for asking in part; single characters only
    where a run has no more."""
    found = []
    for run in _RUNS.finditer(fold(text)):
        word = run[0]
        found += map("".join, pairwise(word)) if run[1] and len(word) > 1 else [word[:LONGEST_WORD]]
    return found


@dataclass(frozen=True)
class Phrase:
    """Tokens that must follow each other; `open_ended`: the last one may go on."""

    tokens: tuple[str, ...]
    open_ended: bool = False
    text: str = ""  # folded, as it must stand in a text but for what is between words


def phrase(text, *, quoted=False) -> Phrase:
    """How one typed run is looked for. A last single Han character begins a pair; letters may be half typed."""
    folded = fold(text)
    runs = list(_RUNS.finditer(folded))
    found, open_ended = [], False
    for run in runs:
        word, is_last = run[0], run is runs[-1]
        if run[1]:
            found += map("".join, pairwise(word))
            if len(word) == 1 or not is_last:
                found.append(word[-1])
            open_ended = is_last and len(word) == 1
        else:
            found.append(word[:LONGEST_WORD])
            open_ended = is_last and not quoted and len(word) > 1 and not word[0].isdigit()
    return Phrase(tuple(found), open_ended, folded.strip())

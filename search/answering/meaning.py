"""What a question is about: its words without those that only ask, and what hospital people call them besides.

Words are cut by rjieba here and nowhere else: only to tell which pairs of characters belong together. The index knows
no words, so a wrong cut costs a little weight and never a hit.
"""

import re
from dataclasses import dataclass
from itertools import chain
from math import log1p

from search.analysis import is_han, pairs
from search.answering import lists

_LINE = re.compile(r"(?:([^|]*)\|)?([^|>]*)(?:>(.*))?")


def _everyday():
    """{name: what is looked for besides}. “only said | names > where it may be written besides”."""
    others = {}
    for line in chain.from_iterable(lists.lines(name) for name in lists.names_in("everyday")):
        said, names, written = (tuple(part.split()) for part in _LINE.fullmatch(line).groups(""))
        told = names + written  # one tuple for all that is only said: there are thousands of them
        more = dict.fromkeys(said, told) | {name: tuple(each for each in told if each != name) for name in names}
        for word, found in more.items():
            known = others.get(word)
            others[word] = tuple(dict.fromkeys(known + found)) if known else found
        for word in written:
            others.setdefault(word, ())
    return others


# Dropped from questions. Of words of one character these and no others are.
ASKING = frozenset(lists.words("asking.txt"))
# Asked for in questions only: a word that is searched alone stays itself.
EVERYDAY: dict[str, tuple[str, ...]] = _everyday()
LONGEST_NAME = 8  # words of rjieba's dictionary
PART = 0.35  # of a word's weight: a pair of it, or one across two words
BESIDES = 0.8  # of a word's weight: another word for it


@dataclass(frozen=True)
class Meaning:
    """What a question is about: runs of words that tell something, with what they may be called besides."""

    runs: tuple[tuple[str, ...], ...]  # words that follow each other
    besides: tuple[str, ...]

    @property
    def grams(self) -> list[str]:
        """The tokens an index is asked for: pairs across words too, as a cut may be wrong."""
        typed = [gram for run in self.runs for gram in pairs("".join(run))]
        return typed + [gram for other in self.besides for gram in pairs(other)]

    def weights(self, frequencies, size) -> dict[str, float]:
        """How much each stretch of text says: the rarer, the more; parts of words and other words for them less."""
        weights = {}

        def add(text, share):
            grams = pairs(text)
            if all(gram in frequencies for gram in grams):
                rarest = min(frequencies[gram] for gram in grams)
                weights[text] = max(weights.get(text, 0.0), share * log1p(size / (1 + rarest)))

        for run in self.runs:
            for word in run:
                if len(word) > 1 or not is_han(word):
                    add(word, 1.0)
            for pair in pairs("".join(run)):
                add(pair, PART)
        for other in self.besides:
            add(other, BESIDES)
        return weights


def meaning_of(typed, expand=lambda word: (), others=()) -> Meaning:
    """`typed`: folded. `expand`: a librarian's other words for one; `others`: those found already."""
    runs, besides = [[]], dict.fromkeys(others)
    for word, parts in _words(typed):
        if word in ASKING or not pairs(word):
            runs.append([])
            continue
        runs[-1].append(word)
        besides |= dict.fromkeys(_besides(word, parts, expand))
    told = [tuple(run) for run in runs if len("".join(run)) > 1]
    return Meaning(tuple(told or (tuple(run) for run in runs if run)), tuple(besides))


def _words(typed):
    """(word, its parts) in order. A name of the lists that rjieba's dictionary lacks is one word, the longest first;
    it begins and ends where words of the dictionary do: 技术中心 is not about 术中."""
    import rjieba

    rest, between = rjieba.cut(typed, False), ""
    while rest:
        if length := _name_at(rest):
            yield from ((word, ()) for word in rjieba.cut(between))
            yield "".join(rest[:length]), tuple(rest[:length])
            between = ""
        else:
            between += rest[0]
        rest = rest[length or 1 :]
    yield from ((word, ()) for word in rjieba.cut(between))


def _name_at(words):
    """How many of the first words are one name; 0 for none."""
    lengths = range(min(LONGEST_NAME, len(words)), 1, -1)
    return next((length for length in lengths if _is_name("".join(words[:length]))), 0)


def _is_name(text):
    return text in EVERYDAY or text in ASKING


def _besides(word, parts, expand):
    yield from (part for part in parts if len(part) > 1 and part not in ASKING)
    yield from EVERYDAY.get(word, ())
    for each in (word, *parts):
        yield from expand(each)

"""What a question is about: its words without those that only ask, and what hospital people call them besides.

Words are cut by rjieba here and nowhere else: only to tell which pairs of characters belong together. The index knows
no words, so a wrong cut costs a little weight and never a hit.
"""

from dataclasses import dataclass
from math import log1p
from pathlib import Path

from search.analysis import is_han, pairs

HERE = Path(__file__).parent


def _lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def _everyday():
    others = {}
    for line in _lines("everyday.txt"):
        for word in line:
            others.setdefault(word, {}).update(dict.fromkeys(each for each in line if each != word))
    return {word: tuple(more) for word, more in others.items()}


# Dropped from questions. Of words of one character these and no others are.
ASKING = frozenset(word for line in _lines("asking.txt") for word in line)
# Asked for in questions only: a word that is searched alone stays itself.
EVERYDAY: dict[str, tuple[str, ...]] = _everyday()
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


def meaning_of(typed, expand=lambda word: ()) -> Meaning:
    """`typed`: folded. `expand`: a librarian's other words for one."""
    import rjieba

    runs, besides = [[]], {}
    for word in rjieba.cut(typed):
        if word in ASKING or not pairs(word):
            runs.append([])
            continue
        runs[-1].append(word)
        besides |= dict.fromkeys((*EVERYDAY.get(word, ()), *expand(word)))
    told = [tuple(run) for run in runs if len("".join(run)) > 1]
    return Meaning(tuple(told or (tuple(run) for run in runs if run)), tuple(besides))

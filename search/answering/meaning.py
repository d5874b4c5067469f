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
    """The words that a question is about, with what they may be called besides."""

    words: tuple[str, ...]
    besides: tuple[tuple[str, tuple[str, ...]], ...]  # (word, others)
    across: tuple[str, ...]  # pairs that two following words make

    @property
    def grams(self) -> list[str]:
        """The tokens an index is asked for."""
        others = [gram for _word, more in self.besides for other in more for gram in pairs(other)]
        return [gram for word in self.words for gram in pairs(word)] + list(self.across) + others

    def weights(self, frequencies, size) -> dict[str, float]:
        """How much each stretch of text says: the rarer, the more; parts of words and other words for them less."""
        weights = {}

        def add(text, share):
            known = [frequencies[gram] for gram in pairs(text) if gram in frequencies]
            if len(known) == len(pairs(text)) and known:
                weights[text] = max(weights.get(text, 0.0), share * log1p(size / (1 + min(known))))

        for word in self.words:
            add(word, 1.0)
            if len(word) > 2 and is_han(word):
                for pair in pairs(word):
                    add(pair, PART)
        for pair in self.across:
            add(pair, PART)
        for _word, others in self.besides:
            for other in others:
                add(other, BESIDES)
        return weights


def meaning_of(typed, expand=lambda word: ()) -> Meaning:
    """`typed`: folded. `expand`: a librarian's other words for one."""
    import rjieba

    words, across, before = [], [], ""
    for word in rjieba.cut(typed):
        if not pairs(word):
            before = ""
            continue
        if word in ASKING:
            before = ""
            continue
        if before and is_han(before[-1]) and is_han(word[0]) and (len(before) == 1 or len(word) == 1):
            across.append(before[-1] + word[0])
        words.append(word)
        before = word
    kept = [word for word in words if len(word) > 1 or not is_han(word) or word in EVERYDAY] or words
    besides = [(word, tuple(dict.fromkeys((*EVERYDAY.get(word, ()), *expand(word))))) for word in dict.fromkeys(kept)]
    named = tuple(word for word in dict.fromkeys(kept) if len(word) > 1 or not is_han(word) or len(kept) == 1)
    return Meaning(named, tuple((word, others) for word, others in besides if others), tuple(dict.fromkeys(across)))

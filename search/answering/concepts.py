"""The things a question is about, each by all its names: whichever of them a text bears, it tells the thing once."""

from dataclasses import dataclass
from itertools import pairwise
from math import log1p

from search.analysis import is_han, pairs

# How well it tells what a word means, of 1 for the word itself.
BESIDES = 0.8  # another word for it
HALF = 0.5  # a word that the name is made of
PART = 0.35  # a pair of its characters, or one across two words


@dataclass(frozen=True)
class Concept:
    """One thing: its names with how well each tells it, and its share of what another weighs that is as rare."""

    names: dict[str, float]
    share: float = 1.0


@dataclass(frozen=True)
class Weighed:
    """A concept with what it weighs in one index, and those of its names that stand there."""

    names: dict[str, float]
    weight: float

    def told_by(self, there) -> float:
        """How well the best of its names tells it, of those in a text or a tally."""
        return max((worth for name, worth in self.names.items() if name in there), default=0.0)


def concept_of(word, parts, others) -> Concept:
    """A word with all that may stand for it. A single character alone is part of too many."""
    names = {pair: PART for pair in pairs(word) if len(pair) > 1}
    names |= dict.fromkeys(others, BESIDES) | {part: HALF for part in parts if part in others}
    return Concept(names | ({word: 1.0} if len(word) > 1 or not is_han(word) else {}))


def another(word) -> Concept:
    """What stands for a stretch of the sentence."""
    return Concept({word: BESIDES})


def across(runs):
    """Pairs across two words: the cut may be wrong."""
    for run in runs:
        for one, next_one in pairwise(run):
            pair = one[-1] + next_one[0]
            if pairs(pair) == [pair]:
                yield Concept({pair: 1.0}, PART)


def distinct(concepts):
    """Each name leads to one concept, the first that has it."""
    named = set()
    for each in concepts:
        names = {name: worth for name, worth in each.names.items() if name not in named}
        named |= names.keys()
        if names:
            yield Concept(names, each.share)


def weighed(concepts, frequencies, size) -> list[Weighed]:
    """The rarer, the more: a concept weighs what the rarest of the names that tell it best does, and each other name
    as much less as it is commoner."""
    found = []
    for each in concepts:
        entries = {name: number for name in each.names if (number := _entries(name, frequencies))}
        if entries:
            good = min(max(each.names[name] for name in entries), BESIDES)
            rarity = {name: log1p(size / (1 + number)) for name, number in entries.items()}
            most = max(rarity[name] for name in entries if each.names[name] >= good)
            names = {name: each.names[name] * min(1.0, rarity[name] / most) for name in entries}
            found.append(Weighed(names, each.share * most))
    return found


def _entries(name, frequencies):
    """In how many entries a name stands at most."""
    return min((frequencies.get(gram, 0) for gram in pairs(name)), default=0)

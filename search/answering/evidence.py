"""How much of what a question is about stands in a text: told often, told in the title, told close together."""

from functools import cached_property
from heapq import nlargest
from math import log1p
from operator import itemgetter

from search.answering.concepts import Weighed

SATURATION, LENGTHS = 2.0, 0.5  # BM25's k1 and b. Robertson and Zaragoza 2009
CHARACTER = 1.2  # of what a word weighs that is as rare
STEP = 60  # characters; what stands within two steps stands close together
STRETCHES = 5  # of a text, looked into for the best sentences
MOST = 50  # places of one name looked at
CUED = 0.15  # of all that is meant: a number with the unit that was asked for


class Sought:
    """What is looked for in texts: concepts, single characters, and what kind of answer is asked for (a Cue).

    Single characters are part of other words for the same, as 手腕 and 腕带; what they weigh is told by the texts read.
    """

    def __init__(self, concepts=(), characters=(), cue=None):
        self.concepts, self.characters, self.cue = list(concepts), tuple(characters), cue
        self.words = self._words()
        self.tallies, self.usual = {}, 1.0

    def _words(self):
        """{name: what it weighs}, common ones first: what is marked. Single characters are not."""
        words = {}
        for each in self.concepts:
            for name, worth in each.names.items():
                words[name] = max(words.get(name, 0.0), each.weight * worth)
        return dict(sorted(words.items(), key=itemgetter(1)))

    @cached_property
    def whole(self):
        """What all of it weighs."""
        return sum(each.weight for each in self.concepts) or 1.0

    def read(self, texts):
        """Before they are compared. `texts`: {pk: folded}. The fewer of them hold a character, the more it tells."""
        names = [*self.words, *self.characters]
        self.tallies = {pk: _tally(text, names) for pk, text in texts.items()}
        self.usual = (sum(map(len, texts.values())) / len(texts) if texts else 0) or 1.0
        for each in self.characters:
            number = sum(each in tally for tally in self.tallies.values())
            if number:
                self.concepts.append(Weighed({each: 1.0}, CHARACTER * log1p(len(texts) / (1 + number))))
        self.__dict__.pop("whole", None)

    def in_title(self, title) -> float:
        """How much a folded title says, 0 … 1."""
        return sum(each.weight * each.told_by(title) for each in self.concepts) / self.whole

    def told(self, pk, text, title) -> float:
        """BM25 of concepts, whatever name they bear in this text."""
        tally, length = self.tallies[pk], 1 - LENGTHS + LENGTHS * len(text) / self.usual
        found = 0.0
        for each in self.concepts:
            if number := sum(tally.get(name, 0) for name in each.names):
                often = number / length
                worth = max(each.told_by(tally), each.told_by(title))
                found += each.weight * worth * often * (SATURATION + 1) / (often + SATURATION)
        return found / self.whole

    def together(self, pk, text) -> list[tuple[float, int]]:
        """(How much it says, where it begins) of the stretches of a text that say most, best first."""
        told = {}  # {step: {concept: weight}}
        tally = self.tallies[pk] if pk in self.tallies else _tally(text, [*self.words, *self.characters])
        for number, each in enumerate(self.concepts):
            for name in each.names.keys() & tally.keys():
                weight = each.weight * each.names[name]
                for step in _steps(places_of(name, text)):
                    held = told.setdefault(step, {})
                    held[number] = max(weight, held.get(number, 0.0))
        if self.cue:
            for step in _steps(start for start, _end in self.cue.places_in(text)) & told.keys():
                told[step]["cue"] = CUED * self.whole
        said = {step: sum(held.values()) / self.whole for step, held in told.items()}
        return [(said[step], max(step, 0) * STEP) for step in _apart(said)]


def _tally(text, names):
    """{name: how often it stands there}, of those that do."""
    return {name: times for name in names if (times := text.count(name))}


def _steps(places):
    steps = {place // STEP for place in places}
    return steps | {step - 1 for step in steps}


def _apart(said):
    """The steps that say most, none beside another."""
    found = []
    for step in nlargest(3 * STRETCHES, said, key=said.get):
        if len(found) < STRETCHES and all(abs(step - other) > 1 for other in found):
            found.append(step)
    return found


def places_of(name, text):
    """Where a name stands; the first of many."""
    found, place = [], text.find(name)
    while place >= 0 and len(found) < MOST:
        found.append(place)
        place = text.find(name, place + 1)
    return found

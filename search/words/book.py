"""All that stands, in memory: read anew as soon as any process has changed it."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from org.models import Version
from search.models import Exclusion, Pin, Synonym
from search.words.folding import normal

WORDS = "search.words"  # the version that tells processes to read anew


@dataclass
class Book:
    """Paths say for whose people something holds; an empty one for everybody's."""

    synonyms: dict = field(default_factory=lambda: defaultdict(list))  # folded word → [(path, the others, folded)]
    pins: dict = field(default_factory=lambda: defaultdict(list))  # phrase → [(path, until, (type, id))]
    exclusions: dict = field(default_factory=lambda: defaultdict(list))  # phrase → [(path, (type, id))]
    unlisted: dict = field(default_factory=lambda: defaultdict(list))  # phrase → [path]
    longest: int = 0

    def add_synonym(self, word, others, is_two_way, path):
        folded = list(dict.fromkeys(normal(each) for each in (word, *others)))
        for place, each in enumerate(folded if is_two_way else folded[:1]):
            self.synonyms[each].append((path, tuple(folded[:place] + folded[place + 1 :])))
            self.longest = max(self.longest, len(each))


def current() -> Book:
    """One query while nothing has changed, four besides when something has."""
    numbers = dict(Version.objects.filter(name__in=(WORDS, Version.ACCESS)).values_list("name", "number"))
    return _book(numbers.get(WORDS, 0), numbers.get(Version.ACCESS, 0))  # units move with the rights


def changed():
    """Call it in the transaction of the change."""
    Version.bump(WORDS)


@lru_cache(maxsize=2)
def _book(_words, _units) -> Book:
    book = Book()
    for word, others, is_two_way, path in _standing(Synonym, "word", "others", "is_two_way"):
        book.add_synonym(word, others, is_two_way, path or "")
    for phrase, kind, pk, until, path in _standing(Pin, "folded", "about_type", "about_id", "until"):
        book.pins[phrase].append((path or "", until, (kind, pk)))
    for phrase, kind, pk, path in _standing(Exclusion, "folded", "about_type", "about_id"):
        if kind:
            book.exclusions[phrase].append((path or "", (kind, pk)))
        else:
            book.unlisted[phrase].append(path or "")
    return book


def _standing(model, *columns):
    return model.objects.standing().order_by("pk").values_list(*columns, "unit__path")

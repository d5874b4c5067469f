"""Asking and being answered."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from search import registry
from search.language import parse
from search.registry import Hit, Searchable

PER_PAGE = 20
SUGGESTED = 8


@dataclass(frozen=True)
class Count:
    """How many of one kind were found."""

    kind: Searchable
    number: int


@dataclass(frozen=True)
class Results:
    """One page of what was found, over all kinds asked for."""

    words: list[str]
    page: Page  # of hits
    counts: list[Count]  # of every kind, whichever were asked for

    @property
    def hits(self) -> list[Hit]:
        return self.page.object_list

    @property
    def total(self) -> int:
        """How many of the kinds asked for."""
        return self.page.paginator.count

    @property
    def everything(self) -> int:
        return sum(count.number for count in self.counts)


def query(text, user, kinds=None, page=1) -> Results:
    """What this person may see whose title holds every word. `kinds` are names; None means all.

    Two queries a kind at most, whatever is found; kinds follow each other, so pages never overlap.
    """
    words = _words(text)
    found = [(kind, kind.matching(kind.seen_by(user), words)) for kind in registry.kinds()] if words else []
    counts = [Count(kind, things.order_by().count()) for kind, things in found]
    numbered = [(kind, things, count.number) for (kind, things), count in zip(found, counts, strict=True)]
    paginator = Paginator(_EndToEnd([each for each in numbered if kinds is None or each[0].name in kinds]), PER_PAGE)
    shown = paginator.get_page(page)
    shown.numbers = list(paginator.get_elided_page_range(shown.number, on_each_side=2, on_ends=1))
    return Results(words, shown, counts)


class _EndToEnd:
    """The kinds laid end to end, as a paginator sees them: a window fetches only what lies in it."""

    def __init__(self, found):
        self.found = found

    def __len__(self):
        return sum(number for *_, number in self.found)

    def __getitem__(self, window):
        hits, start, stop = [], window.start, window.stop
        for kind, things, number in self.found:
            first, last = max(start, 0), min(stop, number)
            if first < last:
                hits += [kind.hit(thing) for thing in kind.for_hits(things)[first:last]]
            start, stop = start - number, stop - number
        return hits


def suggestions(text, user, kinds=None) -> list[tuple[Searchable, list[Hit]]]:
    """A few of each kind while somebody types; one query a kind."""
    words, left, groups = _words(text), SUGGESTED, []
    for kind in registry.kinds() if words else ():
        if kinds is None or kind.name in kinds:
            things = kind.for_suggestions(kind.matching(kind.seen_by(user), words))
            hits = [kind.suggestion(thing) for thing in things[: min(kind.suggested, left)]]
            left -= len(hits)
            groups += [(kind, hits)] if hits else []
    return groups


def _words(text):
    return [word.lower() for word in parse(text).words]

"""Asking and being answered."""

from dataclasses import replace

from access.reach import at_this_moment
from search import registry
from search.answering import librarian, naming, plans, showing, spelling
from search.answering.candidates import (
    FEW,
    in_part,
    is_typed_by_sound,
    rows_of,
    sounding,
    titled_as_wanted,
    whole,
)
from search.answering.evidence import Sought
from search.answering.filters import conditions_of, conditions_typed, facets_of, kinds_called
from search.answering.ranking import rank, weigh, worth_showing
from search.answering.results import PER_PAGE, Count, Results, page_of
from search.answering.texts import texts_of
from search.answering.visibility import visibility_of
from search.engines import Counts, Unavailable, engine, own_engine
from search.language import parse
from ui.days import today

READ = 60  # texts read for the order of what matches in part
HEARD = 200  # hits typed by their sound
DEEPEST = 10_000  # hits; nobody leafs on


def query(
    text, user, *, kinds=None, filters=None, page=1, order="relevance", per_page=PER_PAGE, exact=False
) -> Results:
    """What this person may see that answers. `kinds`: names of tabs; `filters`: {facet: [values]}; `order`: relevance
    or date; `exact`: without synonyms. The number of statements does not depend on what is found.
    """
    parsed, user = parse(text), at_this_moment(user)
    decided = librarian.Decided(parsed, user)
    who = visibility_of(user)
    plan = plans.plan_for(
        parsed,
        who,
        conditions=(*_conditions(parsed, who, filters, kinds),),
        without=decided.excluded,
        expand=plans.nothing if exact else decided.expand,
        within=plans.nothing if exact else decided.within,
        today=today(),
        order=order,
    )
    if plan.is_empty:
        return Results(parsed, page_of([], 0, 1, per_page))
    try:
        return Answer(engine(), plan, user, decided.pinned).page(page, per_page)
    except Unavailable:
        return replace(Answer(own_engine(), plan, user, decided.pinned).page(page, per_page), is_limited=True)


def _conditions(parsed, who, filters, kinds):
    yield from conditions_typed(parsed, lambda name: naming.spaces_called(name, who))
    yield from conditions_of(filters)
    if kinds:
        yield from conditions_of({"kind": [tab for each in kinds for tab in kinds_called(each)] or ["-"]})


class Answer:
    """One question put to one engine: what holds all words, ranked, and what matches in part below it."""

    def __init__(self, asked, plan, user, pinned):
        self.asked, self.plan, self.user, self.pinned = asked, plan, user, pinned
        self.counts, lists = whole(asked, plan)
        if not self.counts.total and is_typed_by_sound(plan.words):
            lists = self._by_sound()
        self.first = self._ranked(lists)
        self.total = max(self.counts.total, len(self.first))
        self.parts, self.sought, self.texts = [], Sought(), {}
        if self.total == 0 or (plan.wants_parts and self.total < FEW):
            self._find_in_part()

    def _by_sound(self):
        """What was typed in pinyin or first letters is found whole, if a title sounds so."""
        heard = sounding(self.plan.ask, ["".join(self.plan.words)], limit=HEARD)
        self.counts = Counts(len(heard), {"kind": naming.kinds_of(heard)} if heard else {})
        return {"sounding": heard}

    def _ranked(self, lists):
        found = rows_of({**lists, "pinned": self.pinned})
        if self.plan.order == "relevance":
            found = rank(found, self.plan, self.plan.ask.today)
        return sorted(found, key=lambda each: each.places.get("pinned", len(self.pinned)))

    def _find_in_part(self):
        """In the order of how well the best passage of each answers."""
        lists, self.sought = in_part(self.asked, self.plan, [each.pk for each in self.first])
        found = rank(titled_as_wanted(rows_of(lists), self.plan), self.plan, self.plan.ask.today)
        self.texts = texts_of(found[:READ], self.sought.words)
        self.parts = worth_showing(weigh(found, self.texts, self.sought, self.plan.is_sentence))

    def page(self, number, per_page) -> Results:
        listed = min(self.total + len(self.parts), DEEPEST)
        page = page_of([], listed, number, per_page)
        window = self._window(max(page.start_index() - 1, 0), page.end_index())
        partial = {each.pk for each in self.parts}
        hits = showing.shown(window, self.user, self.plan, self.sought, partial, self.texts)
        is_first = page.number == 1
        people = {each: each.found(self.plan.query, self.user) for each in registry.live()}
        return Results(
            self.plan.query,
            page_of(hits, listed, number, per_page),
            self.total,
            next((place for place, each in enumerate(hits) if each.is_partial), None),
            tabs=self._tabs(people),
            facets=facets_of(self.counts, self.plan.ask, lambda ids: naming.names(ids, self.plan.ask.who)),
            people=[hit for found in people.values() for hit in found.hits] if is_first else [],
            passages=showing.passages(hits, self.plan.is_sentence) if is_first else [],
            also=self.plan.also,
            meant=self._meant() if is_first else [],
            is_question=self.plan.is_sentence,
        )

    def _meant(self):
        titles = [each.title for each in [*self.first, *self.parts]]
        texts = [text.folded for text in self.texts.values()]
        return spelling.meant(self.asked, self.plan, self.total, titles, texts)

    def _window(self, start, stop):
        """From `start` to `stop` of: those that were ranked, the engine's others, those that match in part."""
        window = self.first[start:stop]
        if (more := min(stop, self.total) - max(start, len(self.first))) > 0:
            ask = replace(self.plan.ask, without=(*self.plan.ask.without, *(each.pk for each in self.first)))
            offset = max(start - len(self.first), 0)
            window += rows_of({"behind": self.asked.best(ask, limit=more, offset=offset, order=self.plan.order)})
        return window + self.parts[max(start - self.total, 0) : max(stop - self.total, 0)]

    def _tabs(self, people):
        numbers = self.counts.facets.get("kind", {}) | {each.name: found.number for each, found in people.items()}
        return [Count(kind, numbers.get(kind.name, 0)) for kind in registry.kinds()]

"""What can be found. Each room names its models in its search.py:

@register
class Pages(Searchable):
    name, label, order = "page", _("知识"), 20
    model = ContentPage
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, IntegerField, Q, Value, When

from access import rules

_kinds: dict[str, "Searchable"] = {}


@dataclass(frozen=True)
class Hit:
    """One thing found, as the result page shows it."""

    title: str
    url: str
    label: str  # “知识”, “制度”
    uid: str = ""
    tile: str = "file"
    icon: str = ""
    path: str = ""  # where it stands: “心血管内科知识库 / 急诊”
    excerpt: str = ""
    facts: tuple = ()
    person: object = None  # their picture stands where the tile would
    at: datetime | None = None


class Searchable:
    """One kind of things that can be found, by title until full text comes."""

    name = ""
    label = ""
    order = 100  # among the kinds, on the result page and in suggestions
    model = None
    title_field = "title"
    suggested = 3  # at most so many among the suggestions
    browse, browse_label = "", ""  # the list of all of them, for who finds nothing: address name and words
    facets: tuple[str, ...] = ()  # columns one will be able to filter by

    def seen_by(self, user):
        return rules.allowed(user, "view", self.model._default_manager.all())

    def matching(self, things, words):
        """Every word must stand in the title. Best first, in an order that stays from page to page."""
        for word in words:
            things = things.filter(**{f"{self.title_field}__icontains": word})
        return things.annotate(closeness=self.closeness(words)).order_by("closeness", *self.then_by(), "pk")

    def closeness(self, words):
        """The title itself, then titles that begin so, then the others."""
        whole = " ".join(words)
        exact, begins = {f"{self.title_field}__iexact": whole}, {f"{self.title_field}__istartswith": words[0]}
        ranks = [When(Q(**exact), then=Value(0)), When(Q(**begins), then=Value(1))]
        return Case(*ranks, default=Value(2), output_field=IntegerField())

    def then_by(self) -> tuple[str, ...]:
        return ()

    def for_hits(self, things):
        """Join what `hit` shows, so that a page of results costs one query a kind."""
        return things

    def for_suggestions(self, things):
        return self.for_hits(things)

    def hit(self, thing) -> Hit:
        raise NotImplementedError(f"{type(self).__name__} does not say how a hit looks")

    def suggestion(self, thing) -> Hit:
        return self.hit(thing)


def register(kind):
    """A class decorator."""
    _kinds[kind.name] = kind()
    return kind


def kinds() -> list[Searchable]:
    return sorted(_kinds.values(), key=lambda kind: kind.order)

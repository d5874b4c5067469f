"""What an address of the result page asks for. Whatever else stands in it is passed over."""

from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

import search
from search import registry
from search.answering.filters import LABELS, MOST_CHOSEN
from search.language import canonical, parse
from search.language.reading import READ

ORDERS = ("relevance", "date")
LONGEST_VALUE = 100


@dataclass(frozen=True)
class Asked:
    """A search with its tab, its filters, its order and its page; each as an address can say it."""

    text: str = ""
    kind: str = ""
    filters: tuple[tuple[str, str], ...] = ()  # (facet, value)
    order: str = ORDERS[0]
    is_exact: bool = False
    page: str = "1"

    @classmethod
    def of(cls, request):
        sent = request.GET
        kind, order = sent.get("kind", ""), sent.get("order", "")
        filters = (
            (name, value[:LONGEST_VALUE].replace("\0", " "))
            for name in LABELS
            for value in sent.getlist(name)[:MOST_CHOSEN]
        )
        return cls(
            sent.get("q", "")[:READ].strip(),
            kind if any(kind == each.name for each in registry.kinds()) else "",
            tuple(dict.fromkeys(filters)),
            order if order in ORDERS else ORDERS[0],
            sent.get("exact") == "1",
            sent.get("page", "1")[:9],
        )

    @cached_property
    def query(self):
        return parse(self.text)

    def answer(self, user, **more):
        """What the engines say; `more` goes to `search.query`."""
        chosen = {}
        for facet, value in self.filters:
            chosen.setdefault(facet, []).append(value)
        asked = {"kinds": [self.kind] if self.kind else None, "filters": chosen, "order": self.order}
        return search.query(self.text, user, **{**asked, "page": self.page, "exact": self.is_exact, **more})

    def but(self, **changes) -> "Asked":
        """Another search, from its first page."""
        return replace(self, **{"page": "1", **changes})

    def without(self, facet, value) -> "Asked":
        return self.but(filters=tuple(each for each in self.filters if each != (facet, value)))

    def without_typed(self, *parts) -> "Asked":
        """Less what stands in the box itself."""
        return self.but(text=canonical(self.query.without(*parts)))

    @property
    def plain(self) -> "Asked":
        """Without any filter."""
        return self.without_typed(*self.query.filters).but(filters=())

    @property
    def address(self):
        said = [("q", self.text)]
        said += [("kind", self.kind)] if self.kind else []
        said += self.filters
        said += [("order", self.order)] if self.order != ORDERS[0] else []
        said += [("exact", "1")] if self.is_exact else []
        said += [("page", self.page)] if self.page != "1" else []
        return f"?{urlencode(said)}"

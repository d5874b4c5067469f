"""Filters with counts that are right for this reader: each facet counts within the choice of the others."""

from dataclasses import dataclass, field

from django.db.models import Count

SHOWN = 12  # options of one facet


@dataclass
class Option:
    value: str
    words: str
    count: int
    is_chosen: bool


@dataclass
class Facet:
    """A filter by one column; `words` turns a value into what people read."""

    name: str
    label: str
    column: str
    words: dict = field(default_factory=dict)
    options: list[Option] = field(default_factory=list)

    def chosen(self, wanted):
        return [value for value in wanted.getlist(self.name)[:20] if value]

    def narrow(self, queryset, wanted):
        chosen = self.chosen(wanted)
        return queryset.filter(**{f"{self.column}__in": chosen}) if chosen else queryset

    def count(self, queryset, wanted):
        chosen = self.chosen(wanted)
        rows = queryset.order_by().values_list(self.column).annotate(n=Count("pk")).order_by("-n", self.column)
        counts = {str(value): n for value, n in rows if value not in (None, "")}
        shown = list(counts)[:SHOWN] + [value for value in chosen if value not in list(counts)[:SHOWN]]
        self.options = [
            Option(value, str(self.words.get(value, value)), counts.get(value, 0), value in chosen) for value in shown
        ]
        return self


def apply(queryset, facets, wanted):
    """The rows of this choice, with each facet's options counted. One query a facet."""
    for facet in facets:
        others = queryset
        for other in facets:
            if other is not facet:
                others = other.narrow(others, wanted)
        facet.count(others, wanted)
    for facet in facets:
        queryset = facet.narrow(queryset, wanted)
    return queryset

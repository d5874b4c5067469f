"""The filters in force, each with the search without it."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.answering.filters import FIXED, LABELS
from search.views.asked import Asked
from ui.words import day

NAMES = {
    "space": gettext_lazy("空间"),
    "author": gettext_lazy("维护人"),
    "tag": gettext_lazy("标签"),
    "kind": gettext_lazy("类型"),
    "hospital": gettext_lazy("医院"),
    "department": gettext_lazy("科室"),
    "state": gettext_lazy("状态"),
    "file": gettext_lazy("附件"),
}
MOST_TRIED = 4  # searches more, and only where nothing was found


@dataclass(frozen=True)
class Chip:
    label: str
    without: Asked
    number: int | None = None  # how much there is without it


def chips_of(asked, found) -> list[Chip]:
    """Of what was ticked and of what stands in the box."""
    known = {(facet.name, option.value): option.label for facet in found.facets for option in facet.options}
    ticked = [Chip(_ticked(*each, known.get(each)), asked.without(*each)) for each in asked.filters]
    return ticked + [Chip(_typed(each), asked.without_typed(each)) for each in asked.query.filters]


def _ticked(facet, value, label):
    """What the reader may not know has no name, and can be taken away all the same."""
    if facet in FIXED:
        return str(FIXED[facet].get(value, LABELS[facet]))
    known = label or (value if facet == "tag" else _("其他"))
    return _("%(name)s：%(value)s") % {"name": LABELS[facet], "value": known}


def _typed(each):
    if each.name in ("after", "before"):
        said = {"day": day(datetime.date.fromisoformat(each.value))}
        return (_("%(day)s以后") if each.name == "after" else _("%(day)s以前")) % said
    said = {"name": NAMES[each.name], "value": each.value}
    return (_("不要%(name)s：%(value)s") if each.excluded else _("%(name)s：%(value)s")) % said


def loosened(chips, asked, user) -> tuple[list[Chip], int]:
    """What there would be without one filter, and without any. At most five searches more."""
    tried = [Chip(each.label, each.without, each.without.answer(user, per_page=1).total) for each in chips[:MOST_TRIED]]
    return [each for each in tried if each.number], asked.plain.answer(user, per_page=1).total

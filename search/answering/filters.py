"""What hits are filtered by: from words in the box and boxes ticked to conditions, and back to options with counts."""

import datetime

from django.utils.translation import gettext_lazy as _

from org.models import Unit, User
from search import registry
from search.answering.results import Facet, Option
from search.engines import FACETS, Condition
from ui.numbers import number_in

LABELS = {
    "space": _("来源"),
    "updated": _("更新时间"),
    "trust": _("可信度"),
    "hospital": _("发布范围"),
    "department": _("科室"),
    "maintainer": _("维护人"),
    "state": _("施行状态"),
    "tag": _("标签"),
    "file": _("附件"),
}
FIXED = {
    "updated": {"month": _("近 1 个月"), "year": _("近 1 年"), "older": _("更早")},
    "trust": {"verified": _("已核验且在有效期"), "due": _("待重新核验"), "never": _("未核验")},
    "state": {"in_force": _("现行"), "coming": _("即将施行"), "repealed": _("已废止")},
    "file": {"yes": _("有附件"), "no": _("没有附件")},
}
NUMBERED = ("space", "hospital", "department", "maintainer")
MOST_OPTIONS, MOST_CHOSEN = 12, 20


def conditions_of(chosen) -> tuple[Condition, ...]:
    """From {facet: [value as sent]}; what no facet knows is passed over."""
    found = []
    for facet, values in (chosen or {}).items():
        values = [_value(facet, each) for each in values][:MOST_CHOSEN]
        values = tuple(dict.fromkeys(each for each in values if each is not None))
        if values and facet in (*FACETS, "after", "before"):
            found.append(Condition(facet, values))
    return tuple(found)


def _value(facet, sent):
    if facet in NUMBERED:
        return number_in(sent) or None
    if facet in FIXED:
        return sent if sent in FIXED[facet] else None
    if facet in ("after", "before"):
        try:
            return datetime.date.fromisoformat(str(sent))
        except ValueError:
            return None
    return str(sent)[:100]


def conditions_typed(query, spaces_called) -> tuple[Condition, ...]:
    """From the filters in the box. A name that nothing bears finds nothing, rather than everything."""
    found = {}
    for each in query.filters:
        facet, values = _resolved(each, spaces_called)
        found.setdefault((facet, each.excluded), []).extend(values)
    return tuple(Condition(facet, tuple(dict.fromkeys(values)), out) for (facet, out), values in found.items())


def _resolved(each, spaces_called):
    if each.name == "space":
        return "space", spaces_called(each.value) or [0]
    if each.name == "author":
        people = User.objects.matching(each.value).values_list("pk", flat=True)[:MOST_CHOSEN]
        return "maintainer", list(people) or [0]
    if each.name in ("hospital", "department"):
        units = Unit.objects.filter(name__icontains=each.value).values_list("pk", flat=True)[:MOST_CHOSEN]
        return each.name, list(units) or [0]
    if each.name == "kind":
        return "kind", kinds_called(each.value) or ["-"]
    if each.name in ("after", "before"):
        return each.name, [datetime.date.fromisoformat(each.value)]
    if each.name in FIXED:
        said = {str(label): value for value, label in FIXED[each.name].items()}
        return each.name, [said.get(each.value, each.value)]
    return each.name, [each.value]


def kinds_called(name) -> list[str]:
    """“制度”, “regulation”, “page” (whatever is a page) → names of tabs."""
    named = [kind.name for kind in registry.kinds() if name in (kind.name, str(kind.label))]
    of_one = [kind.name for each in registry.indexed() if each.name == name for kind in each.kinds()]
    return named or of_one


def facets_of(counts, ask, names) -> list[Facet]:
    """The options with their numbers, those chosen always among them. `names({facet: ids})` names the numbered ones."""
    chosen = {each.facet: each.values for each in ask.conditions if not each.excluded}
    numbers = {name: _cumulated(name, counts.facets.get(name, {})) for name in LABELS}
    for name, values in chosen.items():
        numbers.setdefault(name, {}).update({value: 0 for value in values if value not in numbers.get(name, {})})
    leading = {name: _leading(numbers[name], chosen.get(name, ())) for name in LABELS if name not in FIXED}
    named = names({name: leading[name] for name in NUMBERED})
    made = []
    for name, label in LABELS.items():
        mine, said = chosen.get(name, ()), FIXED.get(name) or named.get(name)
        if said is None:  # tags name themselves
            said = {value: value for value in leading[name]}
        shown = (
            [value for value in said if numbers[name].get(value) or value in mine] if name in FIXED else leading[name]
        )
        options = [
            Option(str(value), str(said[value]), numbers[name].get(value, 0), value in mine)
            for value in shown
            if value in said
        ]
        if len(options) > 1 or (options and mine):
            made.append(Facet(name, str(label), options))
    return made


def _leading(numbers, mine):
    """Those chosen, and those with most hits."""
    values = [value for value in numbers if value not in (None, "")]
    return sorted(values, key=lambda value: (value not in mine, -numbers[value], str(value)))[:MOST_OPTIONS]


def _cumulated(name, numbers):
    """A year holds its last month too."""
    numbers = dict(numbers)
    if name == "updated" and numbers.get("month"):
        numbers["year"] = numbers.get("year", 0) + numbers["month"]
    return numbers

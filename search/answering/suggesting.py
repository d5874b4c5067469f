"""What is offered while somebody types: titles, spaces, colleagues."""

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _

from access.reach import at_this_moment
from search import registry
from search.answering import plans
from search.answering.candidates import heard_in, rows_of
from search.answering.filters import conditions_of, kinds_called
from search.answering.ranking import rank
from search.answering.showing import hits_of
from search.answering.visibility import visibility_of
from search.engines import own_engine
from search.language import parse
from search.registry import Hit
from ui.days import today

SUGGESTED = 8
POOL = 40


@dataclass(frozen=True)
class Group:
    """Suggestions of one kind."""

    name: str
    label: str
    hits: list[Hit] = field(default_factory=list)


def suggestions(text, user, kinds=None) -> list[Group]:
    """A few of each kind, by words or by sound; always asked of the database's own index, which is never behind.

    Five queries and one a kind of things.
    """
    parsed, user = parse(text), at_this_moment(user)
    if not parsed.words:
        return []
    groups = _titles(parsed, user, kinds)
    for searchable in registry.live():
        if kinds is None or searchable.name in kinds:
            found = searchable.found(parsed, user)
            groups += [Group(searchable.name, searchable.label, found.hits)] if found.hits else []
    return groups


def _titles(parsed, user, kinds):
    tabs = [tab for each in kinds for tab in kinds_called(each)] if kinds is not None else None
    if tabs == []:
        return []
    conditions = conditions_of({"kind": tabs}) if tabs else ()
    plan = plans.plan_for(parsed, visibility_of(user), conditions=conditions, today=today())
    if not plan.ask.wanted:
        return []
    engine = own_engine()
    in_title = replace(plan.ask, wanted=tuple(replace(each, field="title") for each in plan.ask.wanted))
    lists = {"titled": engine.best(in_title, limit=POOL)}
    if len(lists["titled"]) < SUGGESTED:
        heard = [each for word in plan.words for each in heard_in(word)]
        lists["sounding"] = engine.sounding(plan.ask, heard, limit=POOL) if heard else []
    candidates = rank(rows_of(lists), plan, plan.ask.today)[: 2 * SUGGESTED]
    hits = hits_of(candidates, user, suggested=True)
    found = [(each.kind, hits[each.pk]) for each in candidates if each.pk in hits]
    titles = [hit for kind, hit in found if kind != "space"][: SUGGESTED - 2]
    spaces = [hit for kind, hit in found if kind == "space"][:2]
    groups = [Group("page", _("标题"), titles), Group("space", registry.label_of("space"), spaces)]
    return [each for each in groups if each.hits]

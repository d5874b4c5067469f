"""Why somebody may see something or may not: level by level, row by row, on any day.

A room registers what can be explained:

@register
class Pages(Explained):
    model = ContentPage
    def levels(self, page): return [Level(_("空间"), space.title, space.readers_id, space.stewards_id), …]
"""

import datetime
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from access import rules
from access.models import AudienceRow, Grant
from access.picker import words
from access.reach import Standing
from org.choices import RoleKind
from org.models import Role
from ui.days import today
from ui.words import day as day_in_words

_kinds: list["Explained"] = []


@dataclass(frozen=True)
class Level:
    """One level on the way from the root: what it is, its title, whom it lets in, and its stewards."""

    kind: str
    title: str
    audience_id: int | None = None  # None: nothing is demanded here
    stewards_id: int | None = None


class Explained:
    """A kind of thing that people may or may not see."""

    model = None

    def find(self, uid):
        return self.model._default_manager.filter(uid=uid).first()

    def levels(self, thing) -> list[Level]:
        raise NotImplementedError(f"{type(self).__name__} does not say on which levels it is read")

    def unit(self, thing):
        """The unit whose administrators may ask."""
        raise NotImplementedError(f"{type(self).__name__} does not say to which unit it belongs")


def register(kind):
    """A class decorator; the same model again replaces the former."""
    _kinds[:] = [each for each in _kinds if each.model is not kind.model] + [kind()]
    return kind


def find(uid):
    """(kind, thing) of that uid among everything registered, or (None, None)."""
    for kind in _kinds:
        if thing := kind.find(uid):
            return kind, thing
    return None, None


@dataclass
class Answer:
    """What one level says: whether it is open to the person, and why."""

    level: Level
    is_open: bool
    let_in: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)


@dataclass
class Explanation:
    """The verdict and how it comes about."""

    person: object
    day: datetime.date
    answers: list[Answer]
    grants: list[Grant]
    may: frozenset[str] | None  # what the person may do today; None for another day

    @property
    def is_not_out_yet(self):
        """Every level lets the person in, and still there is nothing to read: it is not published."""
        return self.person.is_active and not self.is_open and all(answer.is_open for answer in self.answers)

    @property
    def is_open(self):
        reads = all(answer.is_open for answer in self.answers) or bool(self.grants)
        return self.person.is_active and (reads if self.may is None else "view" in self.may)


def explain(person, kind, thing, day=None) -> Explanation:
    """Why this person may or may not see that. Costs about six queries."""
    day = day or today()
    standing, levels = Standing(person, day), kind.levels(thing)
    rows = _rows(levels)
    model = rules.policy_for(type(thing)).model
    about = {"about_type": ContentType.objects.get_for_model(model), "about_id": thing.pk}
    return Explanation(
        person=person,
        day=day,
        answers=[_answer(level, rows, standing) for level in levels],
        grants=list(Grant.objects.on(day).filter(person=person, **about).select_related("given_by")),
        may=rules.verbs(person, thing) if day == today() else None,
    )


def _rows(levels):
    """{audience: its rows}"""
    ids = {each for level in levels for each in (level.audience_id, level.stewards_id) if each}
    rows = {pk: [] for pk in ids}
    for row in AudienceRow.objects.filter(audience__in=ids).select_related("unit", "position", "person"):
        rows[row.audience_id].append(row)
    return rows


def _answer(level, rows, standing):
    if level.audience_id is None:
        return Answer(level, True, [_("没有另外限制")])
    let_in, against = _named(rows[level.audience_id], standing)
    as_steward, against_steward = _named(rows.get(level.stewards_id, ()), standing)
    is_reader, is_steward = bool(let_in) and not against, bool(as_steward) and not against_steward
    if is_steward:
        let_in += [_("空间负责人：%(why)s") % {"why": why} for why in as_steward]
    return Answer(level, is_reader or is_steward, let_in, [] if is_steward else against)


def _named(rows, standing):
    let_in, against = [], []
    for row in rows:
        for cause in standing.causes(row):
            (against if row.is_exclusion else let_in).append(_because(row, cause))
    return let_in, against


def _because(row, cause):
    """“属于“青屿医院及下级 · 护士”：心内一病区 护士，2021 年 6 月 1 日起”"""
    if row.person_id:
        return _("指名：%(name)s") % {"name": cause.name}
    return _("属于“%(line)s”：%(cause)s") % {"line": words.line(row), "cause": _cause_in_words(cause)}


def _cause_in_words(cause):
    what = f"{cause.unit} {RoleKind(cause.kind).label if isinstance(cause, Role) else cause.position}"
    if cause.ends_on:
        return _("%(what)s，到 %(day)s") % {"what": what, "day": day_in_words(cause.ends_on)}
    return _("%(what)s，%(day)s起") % {"what": what, "day": day_in_words(cause.starts_on)}

"""What a person can reach: audiences, scopes, roles and grants, worked out once a version and day."""

import datetime
from collections import OrderedDict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from access.models import AudienceRow, Grant, Scope
from org.models import Membership, Role, Unit, User, Version
from ui.days import today

REMEMBERED = 4_000  # people a process keeps in memory; a few kilobytes each


@dataclass(frozen=True)
class Reach:
    """A person's rights today, as plain ids that queries can filter by."""

    audiences: frozenset[int]
    scopes: frozenset[int]
    units: tuple[str, ...]  # paths of the units the person works in
    headed: tuple[str, ...]  # paths of the units the person heads
    roles: tuple[tuple[str, str], ...]  # (role, path of its unit)
    grants: frozenset[tuple[str, int, int]]  # (verb, content type, id)

    def has_role(self, role, unit=None):
        """Whether the person bears the role anywhere, or over that unit."""
        return any(kind == role and (unit is None or unit.path.startswith(path)) for kind, path in self.roles)

    def role_paths(self, role):
        return [path for kind, path in self.roles if kind == role]

    def heads(self, unit):
        return any(unit.path.startswith(path) for path in self.headed)

    def granted(self, verb, model):
        """Ids of this model that were granted to the person by name."""
        kind = ContentType.objects.get_for_model(model).pk
        return [pk for given, about, pk in self.grants if given == verb and about == kind]


NOTHING = Reach(frozenset(), frozenset(), (), (), (), frozenset())
_remembered: OrderedDict[tuple, Reach] = OrderedDict()


def reach_of(user) -> Reach:
    """What this person can reach now. Costs no query when remembered for the current versions and day."""
    if not user.is_authenticated or not user.is_active:
        return NOTHING
    key = (user.pk, *_versions(user), today())
    if key in _remembered:
        _remembered.move_to_end(key)
        return _remembered[key]
    reach = _remembered[key] = _work_out(user, key[-1])
    while len(_remembered) > REMEMBERED:
        _remembered.popitem(last=False)
    return reach


def forget_all():
    _remembered.clear()


def _versions(user) -> tuple[int, int]:
    """The versions read with the request, or fresh ones for whoever asks outside of a request."""
    if (read := getattr(user, "versions_of_request", None)) is not None:
        return read
    own = User.objects.filter(pk=user.pk).values_list("access_version", flat=True).first() or 0
    return own, Version.current(Version.ACCESS)


def _work_out(user, day: datetime.date) -> Reach:
    memberships = list(Membership.objects.on(day).filter(person=user).select_related("unit", "position"))
    roles = tuple(Role.objects.on(day).filter(person=user).values_list("kind", "unit__path"))
    headed = tuple(each.unit.path for each in memberships if each.position.is_head)
    audiences = frozenset(_audiences(user, memberships, roles, headed))
    return Reach(
        audiences=audiences,
        scopes=frozenset(Scope.objects.open_to(audiences).values_list("pk", flat=True)),
        units=tuple(each.unit.path for each in memberships),
        headed=headed,
        roles=roles,
        grants=frozenset(Grant.objects.on(day).filter(person=user).values_list("verb", "about_type", "about_id")),
    )


def _audiences(user, memberships, roles, headed) -> set[int]:
    """Ids of the audiences a person belongs to: some row lets them in and no exclusion names them."""
    above = Unit.objects.above([each.unit.path for each in memberships]).values("pk")
    mine = Q(person=user) | Q(unit__in=above) | Q(unit=None, person=None)
    for path in headed:
        mine |= Q(heads=True, unit__path__startswith=path)
    for kind, path in roles:
        mine |= Q(role=kind, unit__path__startswith=path)
    let_in, shut_out = set(), set()
    for row in AudienceRow.objects.filter(mine).select_related("unit"):
        if _names(row, user, memberships, roles, headed):
            (shut_out if row.is_exclusion else let_in).add(row.audience_id)
    return let_in - shut_out


def _names(row, user, memberships, roles, headed) -> bool:
    if row.person_id:
        return row.person_id == user.pk
    path = row.unit.path if row.unit_id else ""
    if row.role:
        return any(kind == row.role and path.startswith(over) for kind, over in roles)
    if row.heads:
        return any(path.startswith(over) for over in headed)
    return any(
        each.unit.path.startswith(path)
        and row.position_id in (None, each.position_id)
        and row.position_kind in ("", each.position.kind)
        for each in memberships
    )

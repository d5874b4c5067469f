"""What a person can reach: audiences, scopes, roles and grants, worked out once a version and day."""

import datetime
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache

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


_narrowed: ContextVar[frozenset[int] | None] = ContextVar("narrowed", default=None)
NOTHING = Reach(frozenset(), frozenset(), (), (), (), frozenset())


def reach_of(user) -> Reach:
    """What this person can reach now. Costs no query when remembered for the current versions and day."""
    if not user.is_authenticated or not user.is_active:
        return NOTHING
    reach, only = _reach(user.pk, *rights_of(user)), _narrowed.get()
    return reach if only is None else replace(reach, scopes=reach.scopes & only)


@contextmanager
def narrowed(scopes):
    """Within, nobody reaches more than these of their scopes: for looking up a few things whose scopes are known, where
    naming three thousand would cost more than asking."""
    token = _narrowed.set(frozenset(scopes))
    try:
        yield
    finally:
        _narrowed.reset(token)


def is_narrowed() -> bool:
    return _narrowed.get() is not None


def rights_of(user) -> tuple:
    """Changes with every right of the person: whatever is remembered under it is as fresh as the rights themselves."""
    return *_versions(user), today()


def at_this_moment(user):
    """The same person with the versions of now read once, for an answer that asks for rights many times."""
    if getattr(user, "versions_of_request", None) is not None or not user.is_authenticated:
        return user
    asking = copy(user)
    asking.versions_of_request = _versions(user)
    return asking


def forget_all():
    _reach.cache_clear()


def _versions(user) -> tuple[int, int]:
    """The versions read with the request, or fresh ones for whoever asks outside of a request."""
    if (read := getattr(user, "versions_of_request", None)) is not None:
        return read
    own = User.objects.filter(pk=user.pk).values_list("access_version", flat=True).first() or 0
    return own, Version.current(Version.ACCESS)


class Standing:
    """Where a person stands on a day: posts, and roles. Which rows of audiences name them follows from it."""

    def __init__(self, person, day: datetime.date):
        self.person = person
        self.memberships = list(Membership.objects.on(day).filter(person=person).select_related("unit", "position"))
        self.roles = list(Role.objects.on(day).filter(person=person).select_related("unit"))
        self.headed = [each for each in self.memberships if each.position.is_head]

    def causes(self, row):
        """The posts, roles or the person by which the row names them; nothing when it does not."""
        path = row.unit.path if row.unit_id else ""
        if row.person_id:
            yield from [self.person] * (row.person_id == self.person.pk)
        elif row.role:
            yield from (each for each in self.roles if each.kind == row.role and path.startswith(each.unit.path))
        elif row.heads:
            yield from (each for each in self.headed if path.startswith(each.unit.path))
        else:
            for each in self.memberships:
                is_post = row.position_id in (None, each.position_id)
                is_kind = row.position_kind in ("", each.position.kind)
                if is_post and is_kind and each.unit.path.startswith(path):
                    yield each


@lru_cache(maxsize=REMEMBERED)
def _reach(person, _own_version, _version_of_all, day) -> Reach:
    """Worked out once; the versions in the key make the old answer unreachable as soon as a right changes."""
    standing = Standing(User(pk=person), day)
    audiences = frozenset(_audiences(standing))
    return Reach(
        audiences=audiences,
        scopes=frozenset(Scope.objects.open_to(audiences).values_list("pk", flat=True)),
        units=tuple(each.unit.path for each in standing.memberships),
        headed=tuple(each.unit.path for each in standing.headed),
        roles=tuple((each.kind, each.unit.path) for each in standing.roles),
        grants=frozenset(Grant.objects.on(day).filter(person=person).values_list("verb", "about_type", "about_id")),
    )


def _audiences(standing) -> set[int]:
    """Ids of the audiences a person belongs to: some row lets them in and no exclusion names them."""
    above = Unit.objects.above([each.unit.path for each in standing.memberships]).values("pk")
    mine = Q(person=standing.person) | Q(unit__in=above) | Q(unit=None, person=None)
    for each in standing.headed:
        mine |= Q(heads=True, unit__path__startswith=each.unit.path)
    for each in standing.roles:
        mine |= Q(role=each.kind, unit__path__startswith=each.unit.path)
    let_in, shut_out = set(), set()
    for row in AudienceRow.objects.filter(mine).select_related("unit"):
        if any(standing.causes(row)):
            (shut_out if row.is_exclusion else let_in).add(row.audience_id)
    return let_in - shut_out

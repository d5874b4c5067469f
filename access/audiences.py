"""Make audiences, and count who is in them."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import Q

from access.models import Audience, AudienceRow
from org.models import Role, Unit, User, Version
from org.models.memberships import Membership


@dataclass(frozen=True, order=True)
class Row:
    """One line of an audience by plain ids, before it is stored. See AudienceRow."""

    unit_id: int | None = None
    position_id: int | None = None
    position_kind: str = ""
    role: str = ""
    heads: bool = False
    person_id: int | None = None
    is_exclusion: bool = False


def everyone_in(unit, *, position=None, position_kind=""):
    return Row(unit_id=unit.pk, position_id=position and position.pk, position_kind=position_kind)


def heads_of(unit):
    return Row(unit_id=unit.pk, heads=True)


def bearers_of(role, unit):
    return Row(unit_id=unit.pk, role=role)


def person(user):
    return Row(person_id=user.pk)


def without(row):
    return Row(**{**asdict(row), "is_exclusion": True})


@transaction.atomic
def intern(rows) -> Audience:
    """The audience of exactly these rows; made if nobody has used it yet."""
    rows = sorted(set(rows), key=repr)
    digest = _digest([asdict(row) for row in rows])
    audience, is_new = Audience.objects.get_or_create(digest=digest)
    if is_new:
        AudienceRow.objects.bulk_create(AudienceRow(audience=audience, **asdict(row)) for row in rows)
        Version.bump(Version.ACCESS)
    return audience


def rows_of(audience) -> list[Row]:
    return [Row(**{name: getattr(row, name) for name in Row.__dataclass_fields__}) for row in audience.rows.all()]


def people_in(audience):
    """The active colleagues of an audience today, exclusions taken away."""
    return User.objects.active().filter(people_of(audience.rows.select_related("unit")))


def people_of(rows) -> Q:
    """Whom these rows name together, whether they are stored or not; exclusions win."""
    within, without_ = Q(pk__in=[]), Q(pk__in=[])
    for row in rows:
        if row.is_exclusion:
            without_ |= people_named_by(row)
        else:
            within |= people_named_by(row)
    return within & ~without_


def people_named_by(row) -> Q:
    """Whom one row names, for or against."""
    if row.person_id:
        return Q(pk=row.person_id)
    if row.role:
        return Q(pk__in=Role.objects.today().filter(kind=row.role).reaching(row.unit).values("person"))
    memberships = Membership.objects.today()
    if row.heads:
        memberships = memberships.reaching(row.unit).filter(position__is_head=True)
    else:
        memberships = memberships.within(row.unit) if row.unit_id else memberships
        if row.position_id:
            memberships = memberships.filter(position=row.position_id)
        if row.position_kind:
            memberships = memberships.filter(position__kind=row.position_kind)
    return Q(pk__in=memberships.values("person"))


def everyone() -> Audience:
    """All colleagues of the hospital group."""
    return intern([everyone_in(Unit.get_first_root_node())])


def nobody() -> Audience:
    return intern([])


def _digest(content) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

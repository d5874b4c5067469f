"""What a group of ten thousand has besides: offices with roles in every hospital, and second posts."""

from datetime import timedelta

from org.choices import RoleKind, UnitKind
from org.models import Membership, Position, Role
from ui.days import today

EVERY = 25  # of so many colleagues one has a second post elsewhere; of these every fourth ended or is to come
OFFICES = ((RoleKind.ADMINISTRATOR, "YW"), (RoleKind.LIBRARIAN, "HL"), (RoleKind.APPROVER, "YW"))


def load(units):
    """Nothing where it is there."""
    hospitals = [unit for unit in units.values() if unit.kind == UnitKind.HOSPITAL]
    heads = {
        membership.unit_id: membership.person_id
        for membership in Membership.objects.filter(position__is_head=True).order_by("-pk")
    }
    departments = [unit for unit in units.values() if unit.kind == UnitKind.DEPARTMENT and unit.pk in heads]
    begun = {"starts_on": today() - timedelta(days=300), "reason": "演示数据"}
    roles = [(kind, units[f"{hospital.code}-{office}"], hospital) for hospital in hospitals for kind, office in OFFICES]
    roles += [(RoleKind.APPROVER, unit, unit) for unit in departments]
    known = set(Role.objects.values_list("kind", "unit"))
    Role.objects.bulk_create(
        Role(kind=kind, unit=unit, person_id=heads[office.pk], **begun)
        for kind, office, unit in roles
        if office.pk in heads and (kind, unit.pk) not in known
    )
    _second_posts(sorted(departments, key=lambda unit: unit.path))


def _second_posts(departments):
    if Membership.objects.filter(is_main=False).exists():
        return
    officer = Position.objects.get(code="officer")
    people = Membership.objects.filter(is_main=True, position__is_head=False).order_by("pk")[::EVERY]
    Membership.objects.bulk_create(
        Membership(
            person_id=first.person_id,
            unit=departments[place * 7 % len(departments)],
            position=officer,
            is_main=False,
            **_days(place),
        )
        for place, first in enumerate(people)
    )


def _days(place):
    """Most go on, some ended, some are to come."""
    if place % 8 == 3:
        return {"starts_on": today() - timedelta(days=500), "ends_on": today() - timedelta(days=30)}
    if place % 8 == 7:
        return {"starts_on": today() + timedelta(days=14)}
    return {"starts_on": today() - timedelta(days=100 + place)}

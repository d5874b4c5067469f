"""Roles are given, prolonged and ended, by day, with a reason; heads follow from their posts and are not given."""

from django.db import transaction
from django.utils.translation import gettext as _

from audit.actions import record
from notifications.actions import notify
from org.choices import RoleKind
from org.models import Role
from people.actions.errors import Refused
from ui.days import today


@transaction.atomic
def give(person, kind, unit, *, starts_on, ends_on, reason, by):
    """Trust somebody with something within a unit and below. The caller has checked that `by` administers the unit."""
    _check(person, starts_on, ends_on, by)
    same = Role.objects.filter(person=person, kind=kind, unit=unit)
    if any(_overlap(role, starts_on, ends_on) for role in same):
        raise Refused(_("%(name)s在这段时间已经有这个角色，可以改日期") % {"name": person.name})
    role = Role.objects.create(
        person=person, kind=kind, unit=unit, starts_on=starts_on, ends_on=ends_on, given_by=by, reason=reason
    )
    record("role.given", unit, by=by, after=_as_values(role), reason=reason)
    notify("role.given", to=[person], actor=by, key=f"{role.pk}", **_words(role))
    return role


@transaction.atomic
def change(role, *, ends_on, reason, by):
    """Another last day. One in the past ends the role today."""
    role = Role.objects.select_for_update().select_related("person", "unit").get(pk=role.pk)
    _check(role.person, role.starts_on, ends_on, by)
    if role.ends_on == ends_on:
        return role
    before, role.ends_on = _as_values(role), ends_on
    role.save()
    has_ended = ends_on is not None and ends_on < today()
    record(
        "role.ended" if has_ended else "role.changed",
        role.unit,
        by=by,
        before=before,
        after=_as_values(role),
        reason=reason,
    )
    notify("role.changed", to=[role.person], actor=by, key=f"{role.pk}:{ends_on}", **_words(role))
    return role


@transaction.atomic
def take_back(role, *, reason, by):
    """A role that has not begun never will."""
    if by.pk == role.person_id:
        raise Refused(_("不能改自己的角色，请另一位管理员来做"))
    record("role.taken_back", role.unit, by=by, before=_as_values(role), reason=reason)
    role.delete()


def leaves_nobody(role):
    """Whether nobody else would approve for this unit, not even from above, once the role has ended."""
    if role.kind != RoleKind.APPROVER:
        return False
    others = Role.objects.today().filter(kind=role.kind).reaching(role.unit).exclude(pk=role.pk)
    return not others.exclude(person=role.person_id).filter(person__is_active=True).exists()


def _check(person, starts_on, ends_on, by):
    if person.pk == by.pk:
        raise Refused(_("不能改自己的角色，请另一位管理员来做"))
    if not person.is_active:
        raise Refused(_("%(name)s已经不在职") % {"name": person.name})
    if ends_on and ends_on < starts_on:
        raise Refused(_("结束日期早于开始日期"))


def _overlap(role, starts_on, ends_on):
    return (role.ends_on is None or role.ends_on >= starts_on) and (ends_on is None or role.starts_on <= ends_on)


def _as_values(role):
    """No name: whoever reads the row looks it up, and whoever was erased stays so."""
    return {"person": role.person.uid, "kind": role.kind, "starts_on": role.starts_on, "ends_on": role.ends_on}


def _words(role):
    return {
        "role": role.kind,
        "unit": str(role.unit),
        "starts_on": role.starts_on.isoformat(),
        "ends_on": role.ends_on.isoformat() if role.ends_on else "",
    }

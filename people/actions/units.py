"""Units are opened, renamed, moved and closed. Rights follow the tree, so everybody's are worked out anew."""

from django.db import transaction
from django.utils.translation import gettext as _

from audit.actions import record
from org import opening
from org.choices import UnitKind
from org.models import Membership, Unit, Version
from people.actions.errors import Refused
from ui.days import today

BELOW = {  # what may stand below what
    UnitKind.GROUP: (UnitKind.HOSPITAL, UnitKind.DEPARTMENT),
    UnitKind.HOSPITAL: (UnitKind.CAMPUS, UnitKind.DEPARTMENT),
    UnitKind.CAMPUS: (UnitKind.DEPARTMENT,),
    UnitKind.DEPARTMENT: (UnitKind.DEPARTMENT, UnitKind.WARD),
    UnitKind.WARD: (),
}
FIELDS = ("name", "short_name", "code", "province", "phone")


@transaction.atomic
def open_below(parent, *, by, kind, **fields):
    """A new unit below this one."""
    _check_place(kind, parent)
    unit = Unit.objects.get(pk=parent.pk).add_child(kind=kind, **fields)
    Version.bump(Version.ACCESS)
    record("unit.opened", unit, by=by, after=_as_values(unit))
    opening.tell_all(unit, by=by)
    return unit


@transaction.atomic
def change(unit, *, by, **fields):
    """Another name, code or telephone. The kind stays."""
    before = _as_values(Unit.objects.get(pk=unit.pk))
    for name, value in fields.items():
        setattr(unit, name, value)
    unit.save(update_fields=list(fields))
    if (after := _as_values(unit)) != before:
        record("unit.changed", unit, by=by, before=before, after=after)


@transaction.atomic
def move(unit, parent, *, by):
    """The unit with everything below it goes below another one; what people may see follows at once."""
    unit, parent = Unit.objects.get(pk=unit.pk), Unit.objects.get(pk=parent.pk)
    if unit.contains(parent):
        raise Refused(_("不能移到自己的下级里"))
    if not parent.is_open:
        raise Refused(_("%(unit)s已经停用") % {"unit": parent})
    _check_place(unit.kind, parent)
    before = unit.get_parent()
    if before == parent:
        return
    unit.move(parent, "last-child")
    Version.bump(Version.ACCESS)
    moved = Unit.objects.get(pk=unit.pk)
    record("unit.moved", moved, by=by, before={"parent": before.uid}, after={"parent": parent.uid})


@transaction.atomic
def close(unit, *, by):
    """Nobody can be put there any more; what happened there stays."""
    if not unit.is_open:
        return
    if Unit.objects.open().within(unit).exclude(pk=unit.pk).exists():
        raise Refused(_("还有没停用的下级单位，请先处理它们"))
    people = Membership.objects.today().filter(unit=unit, person__is_active=True).values("person").distinct().count()
    if people:
        raise Refused(_("还有 %(count)d 位同事在这里任职，请先调走") % {"count": people})
    unit.closed_on = today()
    unit.save(update_fields=["closed_on"])
    record("unit.closed", unit, by=by)


@transaction.atomic
def reopen(unit, *, by):
    if unit.is_open:
        return
    unit.closed_on = None
    unit.save(update_fields=["closed_on"])
    record("unit.reopened", unit, by=by)
    opening.tell_all(unit, by=by)


def _check_place(kind, parent):
    if kind not in BELOW[parent.kind]:
        words = {"parent": UnitKind(parent.kind).label, "kind": UnitKind(kind).label}
        raise Refused(_("%(parent)s下面不能放%(kind)s") % words)


def _as_values(unit):
    return {name: getattr(unit, name) for name in FIELDS}

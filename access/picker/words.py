"""The rows of an audience in words."""

from django.utils.translation import gettext as _

from org.choices import PositionKind, RoleKind


def where(row) -> str:
    """“青屿医院及下级”, or the name of a person."""
    if row.person:
        return row.person.name
    if row.unit is None:
        return _("全集团")
    if row.heads or row.unit.is_leaf():
        return str(row.unit)
    return _("%(unit)s及下级") % {"unit": row.unit}


def who(row) -> str:
    """“护士”, “负责人”, or nothing for everybody."""
    if row.person:
        return row.person.number
    if row.role:
        return str(RoleKind(row.role).label)
    if row.heads:
        return _("负责人")
    if row.position:
        return row.position.name
    return str(PositionKind(row.position_kind).label) if row.position_kind else ""


def line(row) -> str:
    """“青屿医院及下级 · 护士”"""
    return " · ".join(part for part in (where(row), who(row)) if part)


def icon(row) -> str:
    return "user-round" if row.person else "hospital"

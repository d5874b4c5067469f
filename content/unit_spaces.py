"""Each hospital and each department has a shelf of its own from its first day."""

import re

from access import audiences
from content.actions.spaces import make
from content.choices import SpaceKind
from content.models import Space
from org.choices import RoleKind, UnitKind
from org.opening import on_open

WITH_SPACE = (UnitKind.GROUP, UnitKind.HOSPITAL, UnitKind.DEPARTMENT)  # campuses and wards share that of their unit


@on_open
def ensure_unit_space(unit, *, by):
    """Read and written by everybody in the unit, kept by its heads and librarians. There stays one."""
    if unit.kind not in WITH_SPACE or Space.objects.filter(unit=unit, kind=SpaceKind.UNIT).exists():
        return
    everybody = [audiences.everyone_in(unit)]
    make(
        by=by,
        unit=unit,
        slug=free_slug(unit),
        title=f"{unit.name[:57]}知识库",
        kind=SpaceKind.UNIT,
        icon="hospital" if unit.kind == UnitKind.HOSPITAL else "book-open",
        readers=everybody,
        editors=everybody,
        stewards=[audiences.heads_of(unit), audiences.bearers_of(RoleKind.LIBRARIAN, unit)],
    )


def free_slug(unit):
    """An address nobody has yet, from the unit's code."""
    stem = re.sub(r"[^a-z0-9]+", "-", unit.code.lower()).strip("-")[:30] or unit.uid
    stem = stem if len(stem) > 1 else f"unit-{stem}"
    taken = set(Space.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)

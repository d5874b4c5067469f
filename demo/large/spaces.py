"""The spaces of the large group: one for every hospital and department, read by the group, a hospital, or few."""

from access import audiences
from content.choices import SpaceKind
from content.models import Space
from content.roots import library
from org.choices import PositionKind, RoleKind, UnitKind
from org.models import Membership

MANY = 20  # spaces of hospitals between two lines of progress


def load(units, *, say) -> list[tuple[Space, object]]:
    """Each with a colleague who keeps its pages, in the order of the tree."""
    keepers = _first_of_each_unit()
    anybody = next(iter(keepers.values()))
    wanted = sorted((unit for unit in units.values() if unit.kind in _KINDS), key=lambda unit: unit.path)
    found = {space.slug: space for space in Space.objects.filter(slug__startswith="mass-")}
    shelves = []
    for place, unit in enumerate(wanted):
        slug = f"mass-{unit.code.lower()}"
        space = found.get(slug) or _make(slug, unit, _readers(place, unit, units))
        shelves.append((space, keepers.get(unit.pk, anybody)))
        if slug not in found and place % MANY == MANY - 1:
            say(f"· 用于测量的空间 {place + 1} / {len(wanted)}")
    return shelves


_KINDS = (UnitKind.HOSPITAL, UnitKind.DEPARTMENT)


def _first_of_each_unit():
    memberships = Membership.objects.select_related("person").order_by("-pk")
    return {membership.unit_id: membership.person for membership in memberships}


def _readers(place, unit, units):
    """Of five spaces one is for the group, one for the hospital, one for its nurses, one for its doctors, one its own."""
    hospital = units[unit.code.split("-")[0]]
    return [
        audiences.everyone_in(units["HX"]),
        audiences.everyone_in(hospital),
        audiences.everyone_in(hospital, position_kind=PositionKind.NURSE),
        audiences.everyone_in(hospital, position_kind=PositionKind.DOCTOR),
        audiences.everyone_in(unit),
    ][place % 5]


def _make(slug, unit, readers):
    space = Space(
        slug=slug,
        title=f"{unit}资料",
        unit=unit,
        kind=SpaceKind.UNIT,
        readers=audiences.intern([readers]),
        editors=audiences.intern([audiences.everyone_in(unit)]),
        stewards=audiences.intern([audiences.heads_of(unit), audiences.bearers_of(RoleKind.LIBRARIAN, unit)]),
    )
    return library().add_child(instance=space)

"""Units as papers call them: 青屿医院医务部, 医务部, 心内一病区."""

from org.choices import UnitKind
from org.models import Unit


def unit_called(words, *, near=None) -> Unit | None:
    """The one open unit of that name, in the hospital of `near` where several are called so. One query."""
    words = "".join(words.split())
    units = list(Unit.objects.open())
    hospitals = [unit for unit in units if unit.kind in (UnitKind.HOSPITAL, UnitKind.GROUP)]
    for hospital in sorted(hospitals, key=lambda unit: -len(unit.name)):
        for name in filter(None, (hospital.name, hospital.short_name)):
            if words.startswith(name) and words != name:
                within = [unit for unit in units if hospital.contains(unit)]
                if found := _one(within, words, words.removeprefix(name)):
                    return found
    if found := _one(units, words):
        return found
    here = _hospital_of(near, hospitals)
    return _one([unit for unit in units if here.contains(unit)], words) if here else None


def _one(units, *names):
    found = [unit for unit in units if {unit.name, unit.short_name} & set(names)]
    return found[0] if len(found) == 1 else None


def _hospital_of(near, hospitals):
    around = [unit for unit in hospitals if near is not None and unit.contains(near) and unit.kind == UnitKind.HOSPITAL]
    return around[0] if around else None

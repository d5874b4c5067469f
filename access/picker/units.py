"""The tree of units to choose from, level by level, and found by name or pinyin."""

from dataclasses import dataclass
from functools import lru_cache

from access.picker.counting import headcounts
from org.models import Unit
from org.pinyin import initials_of, pinyin_of

MOST_FOUND = 30


@dataclass(frozen=True)
class Branch:
    """A unit in the tree: how many work there, and whether something lies below."""

    unit: Unit
    people: int
    is_open: bool = False
    below: tuple = ()

    @property
    def has_below(self):
        return bool(self.unit.numchild)


def top() -> list[Branch]:
    """The group with its hospitals. Costs one query besides the head counts."""
    people = headcounts()
    units = list(Unit.objects.open().filter(depth__lte=2))
    return [
        Branch(root, people.get(root.path, 0), True, tuple(_below(root, units, people)))
        for root in units
        if root.depth == 1
    ]


def below(unit) -> list[Branch]:
    people = headcounts()
    return list(_below(unit, Unit.objects.open().filter(depth=unit.depth + 1, path__startswith=unit.path), people))


def _below(parent, units, people):
    for unit in units:
        if unit.depth == parent.depth + 1 and unit.path.startswith(parent.path):
            yield Branch(unit, people.get(unit.path, 0))


def found(words) -> list[Branch]:
    """Units whose name, short name, pinyin or initials hold these words."""
    wanted = words.strip().lower().replace(" ", "")
    if not wanted:
        return []
    people = headcounts()
    units = (unit for unit in Unit.objects.open() if any(wanted in name for name in _names(unit.name, unit.short_name)))
    return [Branch(unit, people.get(unit.path, 0)) for unit, _place in zip(units, range(MOST_FOUND), strict=False)]


@lru_cache(maxsize=8192)
def _names(name, short_name):
    names = {name.lower(), short_name.lower()} - {""}
    return (*names, *(pinyin_of(each) for each in names), *(initials_of(each) for each in names))

"""The tree of units to choose from, level by level, and found by name or pinyin."""

from dataclasses import dataclass
from itertools import islice

from access.picker.counting import headcounts
from access.picker.letters import letters_of
from org.models import Unit

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
    people, units = headcounts(), list(Unit.objects.open())
    letters = letters_of(name for unit in units for name in (unit.name, unit.short_name))
    matching = (
        unit
        for unit in units
        if any(wanted in spelling for name in (unit.name, unit.short_name) for spelling in letters[name])
    )
    return [Branch(unit, people.get(unit.path, 0)) for unit in islice(matching, MOST_FOUND)]

"""What a person wants of each group of notices, and how it is changed."""

from dataclasses import dataclass

from django.db import transaction

from notifications import groups, registry, ways
from notifications.choices import Pace
from notifications.models import PaceChoice, Rhythm, Robot, WayChoice


@dataclass(frozen=True)
class Cell:
    """A group by a way."""

    way: object
    is_on: bool
    is_fit: bool
    value: str


@dataclass(frozen=True)
class Row:
    group: groups.Group
    cells: list[Cell]
    pace: str


def used_groups():
    """Groups of which any room tells something; what is not built is not offered."""
    used = {kind.group for kind in registry.every()}
    return [group for name, group in groups.GROUPS.items() if name in used]


def offered_ways(person):
    """Chats only for whoever has connected one."""
    robots = set(Robot.objects.filter(person=person).values_list("way", flat=True))
    always = {"inapp", "mail", "webpush"}
    return [way for way in ways.every() if way.name in always | robots]


def table(person) -> list[Row]:
    choices = dict(_choices(person))
    paces = dict(PaceChoice.objects.filter(person=person).values_list("group", "pace"))
    offered = offered_ways(person)
    return [
        Row(group, [_cell(group, way, choices) for way in offered], paces.get(group.name, group.pace))
        for group in used_groups()
    ]


def _cell(group, way, choices):
    is_on = group.is_binding or choices.get((group.name, way.name), way.name in group.ways)
    return Cell(way, is_on, way.name not in group.unfit, f"{group.name}:{way.name}")


def _choices(person):
    for group, way, is_on in WayChoice.objects.filter(person=person).values_list("group", "way", "is_on"):
        yield (group, way), is_on


@transaction.atomic
def choose(person, wanted, paces):
    """Keep what was ticked: `wanted` holds "comment:mail", `paces` {"comment": "day"}. Rows only where it differs."""
    before = table(person)
    for row in before:
        if row.group.is_binding:
            continue
        for cell in row.cells:
            if cell.is_fit and cell.is_on != (cell.value in wanted):
                _choose_way(person, row.group, cell.way, cell.value in wanted)
        pace = paces.get(row.group.name)
        if pace in Pace.values and pace != row.pace:
            _choose_pace(person, row.group, pace)
    return before


def _choose_way(person, group, way, is_on):
    own = WayChoice.objects.filter(person=person, group=group.name, way=way.name)
    if is_on == (way.name in group.ways):
        own.delete()
    else:
        WayChoice.objects.update_or_create(person=person, group=group.name, way=way.name, defaults={"is_on": is_on})


def _choose_pace(person, group, pace):
    if pace == group.pace:
        PaceChoice.objects.filter(person=person, group=group.name).delete()
    else:
        PaceChoice.objects.update_or_create(person=person, group=group.name, defaults={"pace": pace})


def rhythm_of(person) -> Rhythm:
    """Not saved where the person has said nothing."""
    return Rhythm.objects.filter(person=person).first() or Rhythm(person=person)


def be_silent(person, until):
    """“安静一会儿”: nothing leaves the house until then, except what is urgent. None: no longer."""
    Rhythm.objects.update_or_create(person=person, defaults={"silent_until": until})

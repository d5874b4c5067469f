"""How many people an audience has, exactly, and how the number comes about."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from access.audiences import people_named_by, people_of
from access.scopes import readers_of
from org.models import Membership, Unit, User, Version
from ui.days import today

REMEMBERED = 300  # seconds; numbers beside a tree need not be right to the minute


@dataclass(frozen=True)
class Headcount:
    """People of an audience today: together, row by row, counted twice, excluded, and shut out from above."""

    total: int
    rows: tuple[int, ...]
    together: int
    twice: int
    excluded: int
    shut_out: int


def count(rows, scope=None) -> Headcount:
    """One query for any number of rows; two more with a scope above."""
    let_in = [row for row in rows if not row.is_exclusion]
    named = {f"row{place}": _people(people_named_by(row)) for place, row in enumerate(rows)}
    within = people_of(rows)
    more = {"total": _people(within), "once": _people(people_of(let_in))}
    if scope is not None:
        more["shut_out"] = _people(within & ~readers_of(scope))
    found = User.objects.active().aggregate(**named, **more)
    each = tuple(found[f"row{place}"] for place in range(len(rows)))
    together = sum(number for number, row in zip(each, rows, strict=True) if not row.is_exclusion)
    return Headcount(
        total=found["total"],
        rows=each,
        together=together,
        twice=together - found["once"],
        excluded=found["once"] - found["total"],
        shut_out=found.get("shut_out", 0),
    )


def _people(condition):
    return Count("pk", filter=condition)


def reasons(rows, people) -> dict[int, list]:
    """Which rows name each of these people. One query."""
    if not rows or not people:
        return {}
    flags = {
        f"row{place}": ExpressionWrapper(people_named_by(row), output_field=BooleanField())
        for place, row in enumerate(rows)
    }
    found = User.objects.filter(pk__in=[person.pk for person in people]).values("pk").annotate(**flags)
    return {each["pk"]: [row for place, row in enumerate(rows) if each[f"row{place}"]] for each in found}


def headcounts() -> dict[str, int]:
    """{path of a unit: colleagues in it and below}, each counted once. Remembered for some minutes."""
    key = f"headcounts:{Version.current(Version.ACCESS)}:{today()}"
    if (known := cache.get(key)) is None:
        known = _headcounts()
        cache.set(key, known, REMEMBERED)
    return known


def _headcounts():
    people = {}
    posts = Membership.objects.today().filter(Q(person__is_active=True))
    for path, person in posts.values_list("unit__path", "person").order_by():
        for end in range(Unit.steplen, len(path) + 1, Unit.steplen):
            people.setdefault(path[:end], set()).add(person)
    return {path: len(there) for path, there in people.items()}

"""What operators learn of their readers: numbers, never names. Each is counted from the rows of `PostRead` when asked.

A department (or hospital) of fewer than ten is told within “其他”, and never alone there: nobody is found by
subtracting (shared/design, channel_stats).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDay, TruncMonth, TruncWeek
from django.utils import timezone
from django.utils.translation import gettext as _

from org.choices import UnitKind
from org.models import Membership, Unit
from subscriptions.models import Album, Follow, Post, PostRead
from ui.days import today

FEW = 10  # people in a unit
STEPS = {7: TruncDay, 14: TruncDay, 91: TruncWeek, 364: TruncMonth}  # days looked back: what one column stands for
DEFAULT = 14
_COUNTS = {
    "readers": Count("reader", distinct=True),
    "reads": Count("pk"),
    "finished": Count("pk", filter=Q(is_finished=True)),
}


@dataclass(frozen=True)
class Figure:
    """Unique readers, how many posts they read, how many of those to the end; of how many people, where known."""

    label: str
    readers: int = 0
    reads: int = 0
    finished: int = 0
    people: int = 0

    @property
    def finish_rate(self):
        """Percent of the posts read that were read to the end, None where nothing was read."""
        return round(self.finished * 100 / self.reads) if self.reads else None

    @property
    def share(self):
        """Percent of the people of the unit, None where that is not known."""
        return min(100, round(self.readers * 100 / self.people)) if self.people else None

    @property
    def each(self):
        return round(self.reads / self.readers, 1) if self.readers else 0


@dataclass(frozen=True)
class Choice:
    """Which reads are looked at: those of the last so many days, today among them."""

    days: int = DEFAULT
    hospital: Unit | None = None
    album: Album | None = None
    until: date | None = None

    @property
    def last(self):
        return self.until or today()

    @property
    def first(self):
        return self.last - timedelta(days=self.days - 1)

    def before(self):
        """The same number of days just before."""
        return Choice(self.days, self.hospital, self.album, self.first - timedelta(days=1))

    def rows(self, channel):
        rows = PostRead.objects.filter(post__space=channel.pk, day__range=(self.first, self.last)).order_by()
        if self.hospital:
            rows = rows.filter(hospital=self.hospital)
        return rows.filter(post__album=self.album) if self.album else rows


def total(channel, choice) -> Figure:
    return Figure(_("合计"), **choice.rows(channel).aggregate(**_COUNTS))


def by_step(channel, choice) -> list[tuple[date, Figure]]:
    """One a day, week or month, those without readers too. A reader counts once in each."""
    step = STEPS[choice.days]
    rows = choice.rows(channel).annotate(step=step("day")).values("step").annotate(**_COUNTS)
    found = {row.pop("step"): row for row in rows}
    return [(day, Figure("", **found.get(day, {}))) for day in _steps(step, choice.first, choice.last)]


def _steps(step, first, last):
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    if step is TruncWeek:
        days = (day - timedelta(days=day.weekday()) for day in days)
    elif step is TruncMonth:
        days = (day.replace(day=1) for day in days)
    return list(dict.fromkeys(days))


def by_hospital(channel, choice, staff) -> list[Figure]:
    """Most readers first, the small ones together at the end. Three queries."""
    rows = choice.rows(channel)
    found = _found(rows, "hospital")
    units = {unit.pk: unit for unit in Unit.objects.hospitals()}
    told = _told({pk: staff[unit.path] for pk, unit in units.items()}, 0)
    return _with_rest(rows, "hospital", {pk: (found[pk], units[pk], staff) for pk in told if pk in found}, {}, found)


def by_department(channel, choice, staff) -> list[Figure]:
    """As above, with their hospital before the name where several are looked at. Four queries.

    Who is told alone is settled in each hospital by how many work where, whatever is looked at: so no two views, nor
    a hospital and its departments, differ by fewer than ten people.
    """
    rows = choice.rows(channel)
    found = _found(rows, "department")
    houses = {unit.path: unit for unit in Unit.objects.hospitals()}
    units = {unit.pk: unit for unit in Unit.objects.filter(kind=UnitKind.DEPARTMENT)}
    inside = {}
    for pk, unit in units.items():
        if house := _house_of(unit, houses):
            inside.setdefault(house.path, {})[pk] = staff[unit.path]
    told = {pk for path, sizes in inside.items() for pk in _told(sizes, staff[path] - sum(sizes.values()))}
    names = {} if choice.hospital else houses
    kept = {pk: (found[pk], units[pk], staff) for pk in told if pk in found}
    return _with_rest(rows, "department", kept, names, found)


def _found(rows, column):
    return {row.pop(column): row for row in rows.values(column).annotate(**_COUNTS)}


def _told(sizes, others) -> set:
    """Of units with so many people those told alone; the rest, with `others` of no unit, is nobody or ten at least."""
    told = sorted((pk for pk in sizes if sizes[pk] >= FEW), key=lambda pk: (sizes[pk], pk))
    rest = others + sum(size for size in sizes.values() if size < FEW)
    while 0 < rest < FEW and told:
        rest += sizes[told.pop(0)]
    return set(told)


def _with_rest(rows, column, told, houses, found):
    figures = [
        Figure(_name_of(unit, houses), people=staff[unit.path], **counts) for counts, unit, staff in told.values()
    ]
    figures.sort(key=lambda figure: (-figure.readers, figure.label))
    rest = [pk for pk in found if pk not in told]
    if rest:
        theirs = Q(**{f"{column}__in": [pk for pk in rest if pk]}) | Q(**{column: None})
        figures.append(Figure(_("其他"), **rows.filter(theirs).aggregate(**_COUNTS)))
    return figures


def _house_of(unit, houses):
    return next((houses[unit.path[:end]] for end in range(len(unit.path)) if unit.path[:end] in houses), None)


def _name_of(unit, houses):
    house = _house_of(unit, houses)
    name = unit.short_name or unit.name
    return f"{house.short_name or house.name} · {name}" if house else name


def staff_by_path() -> Counter:
    """{path of a unit: people whose main post is in it or below it today}. One query."""
    rows = Membership.objects.today().filter(is_main=True, person__is_active=True).order_by()
    count = Counter()
    for path, people in rows.values_list("unit__path").annotate(Count("person", distinct=True)):
        for end in range(Unit.steplen, len(path) + 1, Unit.steplen):
            count[path[:end]] += people
    return count


def hospitals(channel, staff) -> list[Unit]:
    """Those one may look at alone: somebody there has read something, and they are many."""
    read = PostRead.objects.filter(post__space=channel.pk).order_by().values("hospital").distinct()
    found = Unit.objects.filter(kind=UnitKind.HOSPITAL, pk__in=read)
    return [unit for unit in found if staff[unit.path] >= FEW]


def by_post(channel, choice, at_most) -> list[tuple[Post, Figure]]:
    """Posts read in these days, or sent out in them; the latest first. Two queries."""
    found = {row.pop("post"): row for row in choice.rows(channel).values("post").annotate(**_COUNTS)}
    sent = Q(in_issue__issue__release__at__range=_moments(choice))
    posts = Post.objects.filter(space=channel.pk).filter(Q(pk__in=choice.rows(channel).values("post")) | sent)
    if choice.album:
        posts = posts.filter(album=choice.album)
    posts = posts.annotate(out_at=F("in_issue__issue__release__at"), likes_count=Count("likes", distinct=True))
    posts = posts.select_related("withdrawal").defer("body")
    posts = posts.order_by(F("out_at").desc(nulls_last=True), "-pk")
    return [(post, Figure(post.title, **found.get(post.pk, {}))) for post in posts[:at_most]]


def new_followers(channel, choice) -> int:
    return Follow.objects.filter(channel=channel.pk, since__range=_moments(choice)).count()


def _moments(choice):
    zone = timezone.get_default_timezone()
    return datetime.combine(choice.first, time.min, zone), datetime.combine(choice.last, time.max, zone)

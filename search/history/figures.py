"""What a week of searching says to those who keep words. Never who searched."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from search.history.names import Colleagues
from search.models import PastSearch
from search.words import words_for
from ui.days import today

TOLD_FROM = 3  # people, from which on a phrase in vain is told to librarians and stewards
LISTED = 50


@dataclass(frozen=True)
class Week:
    """From Monday to Sunday, as hospitals count."""

    monday: date

    @classmethod
    def last(cls):
        return cls(today() - timedelta(days=today().weekday() + 7))

    @property
    def sunday(self):
        return self.monday + timedelta(days=6)

    @property
    def before(self):
        return Week(self.monday - timedelta(days=7))

    @property
    def moments(self):
        begin = datetime.combine(self.monday, time.min, timezone.get_default_timezone())
        return begin, begin + timedelta(days=7)

    def searches(self, paths):
        """The searches of this week in the units of these paths."""
        begin, end = self.moments
        return PastSearch.objects.filter(at__gte=begin, at__lt=end).within(paths)


@dataclass(frozen=True)
class Figures:
    """How many searches, the share that found nothing, and the share of the others of which the first was opened."""

    searches: int
    empty: float
    first: float


def figures(week, paths) -> Figures:
    """One query."""
    in_vain, first = Count("pk", filter=Q(found=0)), Count("pk", filter=Q(found__gt=0, rank=1))
    said = week.searches(paths).order_by().aggregate(all=Count("pk"), empty=in_vain, first=first)
    answered = said["all"] - said["empty"]
    return Figures(
        said["all"],
        100 * said["empty"] / said["all"] if said["all"] else 0,
        100 * said["first"] / answered if answered else 0,
    )


@dataclass(frozen=True)
class InVain:
    """A phrase that several people searched and nobody found anything by."""

    phrase: str
    folded: str
    times: int
    people: int
    somebody: int  # one of them, to ask again as they would; told to nobody


def in_vain(week, paths, limit=LISTED) -> list[InVain]:
    """The phrases of the week without a result, those of most people first; nothing that names a person."""
    rows = (
        week.searches(paths)
        .order_by()
        .values("folded")
        .annotate(
            times=Count("pk"),
            people=Count("person", distinct=True),
            typed=Min("phrase"),
            most=Max("found"),
            who=Max("person"),
        )
        .filter(most=0, people__gte=TOLD_FROM)
        .order_by("-people", "-times", "folded")[: 2 * limit]
    )
    rows = list(rows)
    colleagues, words = Colleagues() if rows else None, words_for()
    told = [row for row in rows if not colleagues.are_named_in(row["folded"], words)]
    return [InVain(*(row[name] for name in ("typed", "folded", "times", "people", "who"))) for row in told[:limit]]


def uses(week, paths, synonyms) -> dict[int, int]:
    """{synonym: how many searches of the week held a word of it that is expanded}. One query."""
    counted = week.searches(paths).order_by().values_list("folded").annotate(times=Count("pk"))
    phrases = list(counted[:20_000])
    return {
        each.pk: sum(times for folded, times in phrases if any(word in folded for word in each.searched))
        for each in synonyms
    }


def opened_by(week, paths, pins) -> dict[int, int]:
    """{pin: how often its page was opened in the week by its phrase}. One query; the pins come with their `hit`."""
    pressed = week.searches(paths).filter(folded__in={pin.folded for pin in pins}).exclude(opened="").order_by()
    times = Counter()
    for folded, opened, number in pressed.values_list("folded", "opened").annotate(times=Count("pk")):
        times[folded, opened.rpartition(":")[2]] += number
    return {pin.pk: times[pin.folded, pin.hit.uid] if pin.hit else 0 for pin in pins}

"""Lists of what a person read, favours and watches; only what they may see now, and two queries a kind."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, Count, Exists, Q, Subquery, Sum
from django.utils import timezone

from access.prepared import Given, prepared
from activity import about, counting
from activity.about import type_of
from activity.models import DayViews, Favourite, Reaction, Visit, Watch
from org.models import User

LOOK_BACK = 60  # marks looked at for a short list: some things may no longer be visible
PLACES = [f"thing_{number}" for number in range(LOOK_BACK)]


def recent_for(user, kind, limit=8):
    """Rows of things of this kind the person read last, newest first: [(when, row), …]."""
    visits = dict(prepared(_visits, user, kind.model)()) | counting.fresh_visits(user, kind.model)
    last = [pk for _at, pk in _newest((at, pk) for pk, at in visits.items())[:LOOK_BACK]]
    places = dict(zip(PLACES, last + [0] * (LOOK_BACK - len(last)), strict=True))  # 0 is nothing's id
    return _newest((visits[row.pk], row) for row in prepared(_seen, user, kind)(**places))[:limit]


def _visits(user, model):
    visits = Visit.objects.filter(person=user, about_type=type_of(model)).order_by("-at")
    return visits.values_list("about_id", "at")[:LOOK_BACK]


def _seen(user, kind):
    these = [Given(place, BigIntegerField()) for place in PLACES]
    return kind.seen_by(user).filter(pk__in=these).order_by().values_list("pk", *kind.columns, named=True)


def favourites_for(user, kind, limit=8):
    """Rows of things of this kind the person favours, the latest first: [(since when, row), …]."""
    mine = Favourite.objects.filter(person=user, about_type=type_of(kind.model))
    return _marked(user, kind, dict(mine.values_list("about_id", "since")[: max(LOOK_BACK, limit)]))[:limit]


def watched_by(user, kind):
    """Rows of things of this kind the person watches or has muted: [(level, row), …]."""
    mine = Watch.objects.filter(person=user, about_type=type_of(kind.model))
    return _marked(user, kind, dict(mine.values_list("about_id", "level")))


def _marked(user, kind, marks):
    """Rows of the things that were marked, as far as they may be seen, each with its mark; the greatest mark first."""
    things = kind.seen_by(user).filter(pk__in=marks).order_by()
    return _newest((marks[row.pk], row) for row in things.values_list("pk", *kind.columns, named=True))


def recent_lines(user, limit=8):
    """What the person read last, of all kinds, as lines for lists."""
    found = ((at, row, kind) for kind in about.kinds() for at, row in recent_for(user, kind, limit))
    return [kind.line(row, at=at) for at, row, kind in _newest(found)[:limit]]


def favourite_lines(user, limit=8):
    """What the person favours, of all kinds, as lines for lists."""
    found = ((at, row, kind) for kind in about.kinds() for at, row in favourites_for(user, kind, limit))
    return [kind.line(row) for _at, row, kind in _newest(found)[:limit]]


@dataclass(frozen=True)
class State:
    """What one person has done with one thing."""

    is_favourite: bool
    watch: str | None
    is_useful: bool | None
    place: str | None


def state_of(user, thing) -> State:
    """One query."""
    own = {"person": user.pk, "about_type": type_of(type(thing)), "about_id": thing.pk}
    row = User.objects.filter(pk=user.pk).values_list(
        Exists(Favourite.objects.filter(**own)),
        Subquery(Watch.objects.filter(**own).values("level")),
        Subquery(Reaction.objects.filter(**own).values("is_useful")),
        Subquery(Visit.objects.filter(**own).order_by().values("place")),
    )
    return State(*row.get())


def views_of(thing) -> int:
    return DayViews.objects.about(thing).aggregate(views=Sum("views", default=0))["views"]


def reactions_to(thing) -> dict:
    """{"useful": …, "useless": …}"""
    useful, useless = Count("pk", filter=Q(is_useful=True)), Count("pk", filter=Q(is_useful=False))
    return Reaction.objects.about(thing).aggregate(useful=useful, useless=useless)


def readers_of(thing) -> dict:
    """How many people have read it: {"all": …, "today": …}; nobody's name. One query."""
    today_began = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    lately = Count("pk", filter=Q(at__gte=today_began))
    return Visit.objects.about(thing).aggregate(all=Count("pk"), today=lately)


def _newest(found):
    return sorted(found, key=lambda each: each[0], reverse=True)

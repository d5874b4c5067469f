"""Lists of what a person read, favours and watches; only what they may see now, and one query a kind."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum

from activity import about, counting
from activity.about import type_of
from activity.models import DayViews, Favourite, Reaction, Visit, Watch
from org.models import User

LOOK_BACK = 60  # visits looked at for a short list: some things may no longer be visible


def recent_for(user, kind, limit=8):
    """Rows of things of this kind the person read last, newest first: [(when, row), …]."""
    fresh = counting.fresh_visits(user, kind.model)
    mine = Visit.objects.filter(person=user, about_type=type_of(kind.model))
    last = mine.order_by("-at").values("about_id")[: max(LOOK_BACK, limit)]
    things = kind.seen_by(user).filter(Q(pk__in=last) | Q(pk__in=fresh) if fresh else Q(pk__in=last))
    rows = _rows(things, kind, at=mine.order_by().filter(about_id=OuterRef("pk")).values("at"))
    return _newest((fresh.get(row.pk, row.at), row) for row in rows)[:limit]


def favourites_for(user, kind, limit=8):
    """Rows of things of this kind the person favours, the latest first: [(since when, row), …]."""
    rows = _marked(user, kind, Favourite, "since").order_by("-at", "-pk")[:limit]
    return [(row.at, row) for row in rows]


def watched_by(user, kind):
    """Rows of things of this kind the person watches or has muted: [(level, row), …]."""
    return [(row.at, row) for row in _marked(user, kind, Watch, "level")]


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


def _marked(user, kind, marks, column):
    """Rows of things the person marked, with a column of the mark as `at`."""
    mine = marks.objects.filter(person=user, about_type=type_of(kind.model)).order_by()
    things = kind.seen_by(user).filter(pk__in=mine.values("about_id"))
    return _rows(things, kind, at=mine.filter(about_id=OuterRef("pk")).values(column))


def _rows(things, kind, at):
    return things.order_by().annotate(at=Subquery(at)).values_list("pk", *kind.columns, "at", named=True)


def _newest(found):
    return sorted(found, key=lambda each: each[0], reverse=True)

"""Lists of what a person read, favours and watches; only what they may see now, and one query a kind."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum

from activity import about, counting
from activity.about import type_of
from activity.models import DayViews, Favourite, Reaction, Visit, Watch
from org.models import User

LOOK_BACK = 60  # visits looked at for a short list: some things may no longer be visible


def recent_for(user, kind, limit=8):
    """Things of this kind the person read last, newest first, each with its `visited_at`."""
    fresh = counting.fresh_visits(user, kind.model)
    mine = Visit.objects.filter(person=user, about_type=type_of(kind.model))
    last = mine.order_by("-at").values("about_id")[: max(LOOK_BACK, limit)]
    at = mine.filter(about_id=OuterRef("pk")).order_by().values("at")
    things = kind.for_lines(kind.seen_by(user)).filter(Q(pk__in=last) | Q(pk__in=fresh))
    things = list(things.order_by().annotate(visited_at=Subquery(at)))
    for thing in things:
        thing.visited_at = fresh.get(thing.pk, thing.visited_at)
    return sorted(things, key=lambda thing: thing.visited_at, reverse=True)[:limit]


def favourites_for(user, kind):
    """A queryset of what the person favours, the latest first, each with its `favoured_at`."""
    return _marked(user, kind, Favourite, favoured_at="since").order_by("-favoured_at", "-pk")


def watched_by(user, kind):
    """A queryset of what the person watches or has muted, each with its `level`."""
    return _marked(user, kind, Watch, level="level").order_by("-pk")


def recent_lines(user, limit=8):
    """What the person read last, of all kinds, as lines for lists."""
    things = [(thing.visited_at, kind, thing) for kind in about.kinds() for thing in recent_for(user, kind, limit)]
    things.sort(key=lambda each: each[0], reverse=True)
    return [kind.line(thing, at=at) for at, kind, thing in things[:limit]]


def favourite_lines(user, limit=8):
    """What the person favours, of all kinds, as lines for lists."""
    things = [(each.favoured_at, kind, each) for kind in about.kinds() for each in favourites_for(user, kind)[:limit]]
    things.sort(key=lambda each: each[0], reverse=True)
    return [kind.line(thing) for _, kind, thing in things[:limit]]


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


def _marked(user, kind, marks, **shown):
    """Things the person marked, with a column of the mark under a name of its own."""
    mine = marks.objects.filter(person=user, about_type=type_of(kind.model)).order_by()
    columns = {name: Subquery(mine.filter(about_id=OuterRef("pk")).values(column)) for name, column in shown.items()}
    things = kind.for_lines(kind.seen_by(user))
    return things.filter(pk__in=mine.values("about_id")).annotate(**columns)

"""By which ways a notice leaves the house, and when: in one statement a way, however many people are told."""

from datetime import datetime, time, timedelta

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, DateTimeField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

import jobs
from notifications import groups, registry, ways
from notifications.choices import DayAt, Pace, State, WeekAt
from notifications.models import Delivery, Notice, PaceChoice, WayChoice

CARRY = "notifications.carry"


def route(key, *, after=0):
    """Write down the deliveries of all notices of this key that have none yet; again changes nothing.

    In the transaction that made the notices. `after` leaves out people up to that number, who were routed before.
    """
    kind = Notice.objects.filter(key=key).values_list("kind", flat=True).first()
    if kind is None:
        return
    kind = registry.find(kind)
    group, now = groups.find(kind.group), timezone.now()
    ways.find("inapp").hush(key, group, after)
    news = Notice.objects.filter(key=key, person__gt=after)
    when = Value(now, DateTimeField()) if kind.is_urgent or group.is_binding else _when(group, now)
    for way in ways.outward():
        if way.is_open() and way.name not in group.unfit and _insert(way, _wanted(news, way, group), when):
            wake(way)


def wake(way):
    jobs.due(CARRY, key=way.name, payload={"way": way.name}, again=True)


def _wanted(notices, way, group):
    """Those whose people want this group by this way and can be reached by it."""
    reached = notices.filter(way.reaches())
    choices = WayChoice.objects.filter(person=OuterRef("person"), group=group.name, way=way.name)
    if group.is_binding:
        return reached
    if way.name in group.ways:
        return reached.exclude(Exists(choices.filter(is_on=False)))
    return reached.filter(Exists(choices.filter(is_on=True)))


def _when(group, now):
    """The moment at which each person wants it, as an expression. Quiet hours are looked at when it is sent."""
    own = PaceChoice.objects.filter(person=OuterRef("person"), group=group.name).values("pace")[:1]
    pace = Coalesce(Subquery(own), Value(group.pace))
    day_at, week_at = F("person__rhythm__day_at"), F("person__rhythm__week_at")
    moments = [
        (Q(pace=Pace.HOUR), next_hour(now)),
        *((Q(pace=Pace.DAY, day_at=at), next_day(now, at)) for at in DayAt.values),
        (Q(pace=Pace.DAY), next_day(now, DayAt.MORNING)),
        *((Q(pace=Pace.WEEK, week_at=at), next_week(now, at)) for at in WeekAt.values),
        (Q(pace=Pace.WEEK), next_week(now, WeekAt.MONDAY)),
    ]
    cases = [When(condition, then=Value(moment, DateTimeField())) for condition, moment in moments]
    return {
        "annotated": {"pace": pace, "day_at": day_at, "week_at": week_at},
        "due": Case(*cases, default=Value(now, DateTimeField()), output_field=DateTimeField()),
    }


def _insert(way, notices, when) -> int:
    if isinstance(when, dict):
        notices, when = notices.alias(**when["annotated"]), when["due"]
    routed = Delivery.objects.filter(notice=OuterRef("pk"), way=way.name)
    chosen = notices.exclude(Exists(routed)).order_by().annotate(due=when).values_list("pk", "person_id", "due")
    try:
        sql, values = chosen.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Delivery._meta.db_table}"
            " (notice_id, person_id, due_at, way, state, attempts, holder, reason)"
            f" SELECT chosen.*, %s, %s, 0, '', '' FROM ({sql}) chosen WHERE true ON CONFLICT DO NOTHING",
            [way.name, State.WAITING.value, *values],
        )
        return cursor.rowcount


def next_hour(now):
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def next_day(now, at):
    """The next time the clock here shows `at`, as "08:00"."""
    here = timezone.localtime(now)
    today = _at(here.date(), at)
    return today if today > now else _at(here.date() + timedelta(days=1), at)


def next_week(now, at):
    """`at` as "1 08:00": Monday."""
    weekday, clock = at.split()
    here = timezone.localtime(now)
    day = here.date() + timedelta(days=(int(weekday) - here.isoweekday()) % 7)
    moment = _at(day, clock)
    return moment if moment > now else _at(day + timedelta(days=7), clock)


def _at(day, clock):
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))

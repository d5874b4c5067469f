"""How often a channel may push: by the days and weeks of Shanghai."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from subscriptions.choices import QuotaPeriod
from subscriptions.models import Plan


@dataclass(frozen=True)
class Room:
    """The quota of one period of a channel, and what of it is spent or promised."""

    limit: int
    spent: int

    @property
    def left(self):
        return max(self.limit - self.spent, 0)


def room_on(channel, day, *, besides=None) -> Room:
    """What is left on that day. Plans count like what is out, so two cannot be promised the same place. Two queries.

    `besides`: an issue that asks for itself.
    """
    first, last = period_of(channel, day)
    out = channel.releases.filter(is_pushed=True, day__range=(first, last)).exclude(issue=besides).count()
    planned = Plan.objects.filter(issue__channel=channel.pk, issue__is_pushed=True, issue__release=None)
    planned = planned.filter(at__gte=_begin(first), at__lt=_begin(last + datetime.timedelta(days=1)))
    return Room(channel.quota, out + planned.exclude(issue=besides).count())


def period_of(channel, day):
    """The first and the last day that share one quota with this one; weeks begin on Monday."""
    if channel.quota_period == QuotaPeriod.DAY:
        return day, day
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, monday + datetime.timedelta(days=6)


def day_of(moment) -> datetime.date:
    return timezone.localdate(moment)


def moment(day, time) -> datetime.datetime:
    """What the clocks of Shanghai show then; they are never put forward or back."""
    return timezone.make_aware(datetime.datetime.combine(day, time))


def _begin(day):
    return moment(day, datetime.time.min)

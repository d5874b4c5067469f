"""The work of this room."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime

import jobs
from notifications import counters, masses, sending
from notifications.actions import SEND, SEND_ALL
from notifications.models import Notice
from org.models import User

AT_A_TIME = 100  # people: their rights may have to be worked out, and a slice of quick work takes under a second
MASS = 500  # people of a source: a slice holds SQLite's one writer for less than 150 ms
KEPT = timedelta(days=90)


@jobs.work(SEND)
def send(to, key, at, **what):
    """Tell the first hundred, and write down that the others are still to be told."""
    sending.send(to[:AT_A_TIME], key=key, at=parse_datetime(at), **what)
    if rest := to[AT_A_TIME:]:
        jobs.due(SEND, key=f"{key} {rest[0]}", payload={"to": rest, "key": key, "at": at, **what})


@jobs.work(SEND_ALL)
def send_all(key, at, after=0, **what):
    """Tell five hundred; the rest is the next row, written with them."""
    last = masses.send(key=key, at=parse_datetime(at), after=after, at_most=MASS, **what)
    if last:
        jobs.due(SEND_ALL, key=f"{key} {last}", payload={"key": key, "at": at, "after": last, **what})


@jobs.daily("03:55", name="notifications.tidy")
def tidy():
    """Forget old notices, and put right what counters may have missed."""
    Notice.objects.filter(at__lt=timezone.now() - KEPT).delete()
    real = counters.real()
    people = User.objects.alias(real_unread=real["unread"], real_urgent=real["urgent"])
    wrong = people.exclude(unread=F("real_unread"), urgent=F("real_urgent")).values_list("pk", flat=True)
    counters.recount(list(wrong))

"""The work of this room."""

from datetime import timedelta

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_datetime

import jobs
from notifications import sending
from notifications.actions import SEND
from notifications.models import Notice
from org.models import User

AT_A_TIME = 100  # people: their rights may have to be worked out, and a slice of quick work takes under a second
KEPT = timedelta(days=90)


@jobs.work(SEND)
def send(to, key, at, **what):
    """Tell the first hundred, and write down that the others are still to be told."""
    sending.send(to[:AT_A_TIME], key=key, at=parse_datetime(at), **what)
    if rest := to[AT_A_TIME:]:
        jobs.due(SEND, key=f"{key} {rest[0]}", payload={"to": rest, "key": key, "at": at, **what})


@jobs.daily("03:55", name="notifications.tidy")
def tidy():
    """Forget old notices, and put right what counters may have missed."""
    Notice.objects.filter(at__lt=timezone.now() - KEPT).delete()
    unread = Notice.objects.unread().filter(person=OuterRef("pk")).order_by().values("person")
    people = User.objects.annotate(real=Coalesce(Subquery(unread.annotate(count=Count("pk")).values("count")), 0))
    for pk, real in people.exclude(unread=F("real")).values_list("pk", "real"):
        User.objects.filter(pk=pk).update(unread=real)

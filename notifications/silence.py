"""“安静一会儿”: how long, as people say it."""

from datetime import datetime, time, timedelta

from django.core.exceptions import BadRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EVENING, MORNING = time(18), time(7)
SPANS = {"hour": _("1 小时"), "evening": _("到 18:00"), "morning": _("到明早 07:00")}


def end_of(span):
    """The moment, or None for not silent any more."""
    now = timezone.localtime()
    if span == "hour":
        return now + timedelta(hours=1)
    if span == "evening":
        return _next(now, EVENING)
    if span == "morning":
        return _next(now, MORNING)
    if span == "over":
        return None
    raise BadRequest


def _next(now, clock):
    today = timezone.make_aware(datetime.combine(now.date(), clock))
    return today if today > now else today + timedelta(days=1)


def holds(rhythm):
    """Until when, if it is quiet now."""
    return rhythm.silent_until if rhythm.silent_until and rhythm.silent_until > timezone.now() else None

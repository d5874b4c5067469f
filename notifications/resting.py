"""Whether a person wants to be left alone, and until when."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from workdays.days import is_day_off

LONGEST = 40  # steps from one rest into the next: more than the longest holidays have


def until(rhythm, now, *, is_on_duty=False):
    """The moment from which this person may be told again; `now` when that is now."""
    moment = now
    for _ in range(LONGEST):
        end = _end_of_rest(rhythm, moment, is_on_duty)
        if end is None:
            break
        moment = end
    return moment


def _end_of_rest(rhythm, moment, is_on_duty):
    """The end of the rest that holds at this moment, or None."""
    if rhythm.silent_until and rhythm.silent_until > moment:
        return rhythm.silent_until
    if not rhythm.is_quiet or (is_on_duty and rhythm.is_loud_on_duty):
        return None
    here = timezone.localtime(moment)
    if rhythm.is_quiet_on_days_off and is_day_off(here.date()):
        return _moment(here.date() + timedelta(days=1), time())
    return _end_of_night(rhythm, here)


def _end_of_night(rhythm, here):
    clock, begin, end = here.time(), rhythm.quiet_from, rhythm.quiet_until
    if begin <= end:
        return _moment(here.date(), end) if begin <= clock < end else None
    if clock >= begin:
        return _moment(here.date() + timedelta(days=1), end)
    return _moment(here.date(), end) if clock < end else None


def _moment(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))

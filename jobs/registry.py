"""Which work there is: each room's tasks.py names its functions here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

TRIES = 12  # with the pauses between them about three hours
LIMIT = timedelta(minutes=30)  # for one go of slow work; an import of 20,000 pages goes on where it stopped

_works: dict[str, "Work"] = {}


@dataclass(frozen=True)
class Work:
    """A function that due rows may ask for, and how it wants to be run."""

    name: str
    function: Callable
    lane: str = "quick"
    tries: int = TRIES
    limit: timedelta = LIMIT
    outside: bool = False
    patient: bool = False
    comes_again: Callable[[datetime], datetime] | None = None
    at_its_hour: bool = False


def work(name, *, lane="quick", tries=TRIES, limit=LIMIT, outside=False, patient=False):
    """Register a function under a name that stays: rows outlive releases.

    Quick work gets its payload as keywords, inside one transaction with "done", and takes less than a second.
    Work that talks to the world outside (mail, HTTP) says `outside=True`: no transaction is open, and it may happen
    twice after a crash; `jobs.doing()` is the key by which the other side knows it. `patient=True` lets everything
    else that is due go first. Slow work gets a `progress` before its payload and makes its own transactions.
    """
    return _register(name, lane=lane, tries=tries, limit=limit, outside=outside, patient=patient)


def every(*, seconds=0, minutes=0, hours=0, name=None, lane="quick"):
    """Register a function that is called again and again, first at once; in the slow lane it gets a `progress`."""
    pause = timedelta(seconds=seconds, minutes=minutes, hours=hours)
    return _register(name, lane=lane, comes_again=lambda now: now + pause)


def daily(clock, *, name=None, lane="quick"):
    """Register a function that is called once a day at "HH:MM" here; a day missed is made up for at the next start."""
    at = time.fromisoformat(clock)

    def next_day(now):
        here = timezone.localtime(now)
        today = here.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
        return today if today > here else today + timedelta(days=1)

    return _register(name, lane=lane, comes_again=next_day, at_its_hour=True)


def _register(name, **how):
    def registered(function):
        own_name = name or f"{function.__module__}.{function.__name__}"
        other = _works.get(own_name)
        if other and other.function.__qualname__ != function.__qualname__:
            raise ValueError(f"Two functions want the name {own_name}.")
        _works[own_name] = Work(own_name, function, **how)
        return function

    return registered


def find(name):
    """The work of that name; LookupError when no room has it."""
    try:
        return _works[name]
    except KeyError:
        raise LookupError(f"No work is called {name}. Is it registered in its room's tasks.py?") from None


def recurring():
    return [work for work in _works.values() if work.comes_again]

"""How work can end other than well, and the key of the work in hand."""

from contextvars import ContextVar
from datetime import timedelta


class GiveUp(Exception):
    """Raised by work that no further try can help; its words are shown to the administrator."""


class Later(Exception):
    """Raised by work whose hour has not come; coming back after `seconds` does not count as a failure."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.delay = timedelta(seconds=seconds)


class Lost(Exception):
    """The row is no longer ours: the lease ran out and another worker has it. What we did is rolled back."""


class Paused(Exception):
    """Somebody paused this slow work."""


class Stopped(Exception):
    """The worker is asked to end; the work goes on where it stopped when the next one starts."""


class TookTooLong(Exception):
    """The work ran past its limit."""


in_hand = ContextVar("in_hand", default="")
_stop_asked = []


def doing():
    """The key of the work in hand, to hand on to mail and HTTP so that the other side can see a repetition."""
    return in_hand.get()


def stopping():
    return any(asked() for asked in _stop_asked)


def stop_when(asked):
    """Let slow work end early when this says so."""
    _stop_asked.append(asked)

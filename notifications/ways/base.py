"""What all ways have in common."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils.translation import gettext as _

from notifications.models import Notice
from org.models import User


class Refused(Exception):
    """No further try can help; the words are shown to administrators."""


class Trouble(Exception):
    """It may go well later."""

    def __init__(self, reason, *, place_is_down=False):
        super().__init__(reason)
        self.place_is_down = place_is_down  # nobody is reached there just now


class Unsure(Trouble):
    """It may have gone out: no answer came after everything was said."""

    def __init__(self, reason=""):
        super().__init__(reason or _("发送中断，可能已经送到，不再自动重发"))


@dataclass(frozen=True)
class Message:
    """What one person is told at once: one notice, or what has gathered."""

    person: User
    notices: list[Notice]
    key: str  # the same for each try
    groups: frozenset[str] = field(default_factory=frozenset)


class Way:
    name = ""
    label = ""
    icon = ""
    leaves_the_house = True
    # A message sent again is not seen twice. Otherwise it is never sent again by itself once it may have gone out.
    repeats_unseen = False
    # Growing waits between tries; after the last one it has failed.
    waits = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6))

    def is_open(self) -> bool:
        """Whether this installation has it."""
        return True

    def reaches(self):
        """A condition on notices: that it reaches their person."""
        raise NotImplementedError

    def has(self, person) -> bool:
        """The same for one person."""
        raise NotImplementedError

    def place(self, message) -> str:
        """The server it goes to: where that is down, nobody else is made to wait for it."""
        return self.name

    def send(self, message) -> None:
        """Raises Refused or Trouble."""
        raise NotImplementedError

    def opened(self):
        """A context in which many messages are sent one after the other: one connection for all."""
        from contextlib import nullcontext

        return nullcontext()

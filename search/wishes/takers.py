"""Who takes wishes: the room that keeps pages says it here, a floor above.

@takers.register
class Spaces(takers.Desk):
    def taker_for(self, phrase, user, near): return Taker("肾脏内科知识库", space.pk, page.maintainer)
"""

from dataclasses import dataclass

from django.db.models import Q

from access.rules import NO_ONE


@dataclass(frozen=True)
class Taker:
    """Where a wish goes, in words for who asks, and who answers it."""

    where: str
    space_id: int | None = None
    maintainer: object = None


class Desk:
    """Takes nothing; librarians answer what comes."""

    def taker_for(self, phrase, user, near) -> Taker | None:
        """Among what this person may see; `near` are uids of what comes near the phrase, the nearest first."""
        return None

    def answerable(self, user) -> Q:
        """The wishes this person may answer besides the own."""
        return NO_ONE

    def asked(self, wish, by):
        """A new wish has come."""

    def offered(self, wish, people):
        """A page appeared whose title says what these people asked for."""

    def settled(self, wish, people, by):
        """It was answered, or declined with a reason."""


_desk = Desk()


def register(desk):
    """A class decorator; there is one desk."""
    global _desk
    _desk = desk()
    return desk


def desk() -> Desk:
    return _desk

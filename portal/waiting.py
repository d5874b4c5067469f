"""What waits for a person, whichever feature it comes from: the urgent first."""

import datetime
from dataclasses import dataclass

from portal import registry

NO_DUE_DAY = datetime.date.max


@dataclass(frozen=True)
class Pile:
    """What of one kind waits for one person."""

    kind: registry.Waiting
    rows: list

    @property
    def count(self) -> str:
        return f"{registry.MOST}+" if len(self.rows) > registry.MOST else str(len(self.rows))


def piles(user) -> list[Pile]:
    """One for every kind, the empty ones too."""
    return [Pile(kind, kind.rows(user)) for kind in registry.kinds_of_waiting()]


def urgent_first(found, limit=None) -> list[registry.Errand]:
    """The errands of these piles by the day they are due."""
    rows = [(pile.kind.due(row) or NO_DUE_DAY, pile.kind, row) for pile in found for row in pile.rows[: registry.MOST]]
    rows.sort(key=lambda each: each[0])
    return [kind.errand(row) for _due, kind, row in rows[:limit]]


def total(found) -> str:
    """How many wait, in words: “12”, “50+”."""
    more = "+" if any(len(pile.rows) > registry.MOST for pile in found) else ""
    return f"{sum(len(pile.rows[: registry.MOST]) for pile in found)}{more}"

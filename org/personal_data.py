"""What we hold about a person: every room says it here, so that it can be handed out and, where allowed, erased.

A room writes `<room>/personal_data.py`:

class Favourites(Holding):
    name = "favourites"
    label = _("收藏")
    def export(self, person): return [...]
    def erase(self, person): ...; return ()

register(Favourites())
"""

from dataclasses import dataclass

_holdings: dict[str, "Holding"] = {}


@dataclass(frozen=True)
class Kept:
    """Something that stays after erasure, and the reason that is told to the person."""

    what: str
    why: str
    count: int = 0


class Holding:
    """One kind of personal data a room keeps."""

    name = ""  # the key in the export
    label = ""  # what people call it

    def export(self, person):
        """Plain values (dicts, lists, strings, dates) of everything held about this person."""
        return []

    def files(self, person):
        """Files that belong into the export: (name, open binary file)."""
        return []

    def hindrances(self, person):
        """Sentences that say why this person's data cannot be erased yet."""
        return []

    def erase(self, person):
        """Delete or make anonymous, in the caller's transaction; returns what is Kept and why."""
        return []


def register(holding):
    """The same name again replaces the former holding."""
    _holdings[holding.name] = holding
    return holding


def holdings() -> list[Holding]:
    return list(_holdings.values())

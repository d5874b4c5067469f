"""Home as one person sees it: every registered card with what it shows."""

from dataclasses import dataclass

from portal import registry


@dataclass(frozen=True)
class Shown:
    """A card with its content; a lazy one has none yet and is fetched by the browser."""

    card: registry.Card
    content: dict | None


def board(user) -> dict[str, list[Shown]]:
    """The cards by column, in their order; what has nothing to show is left out."""
    columns = {registry.URGENT: [], registry.MAIN: [], registry.SIDE: []}
    for card in registry.cards(user):
        content = None if card.is_lazy else card.context(user)
        if card.is_lazy or content:
            columns[card.column].append(Shown(card, content))
    return columns


def fetched(user, name) -> Shown | None:
    """One lazy card with its content; None when there is no such card for this person."""
    card = next((each for each in registry.cards(user) if each.name == name and each.is_lazy), None)
    return card and Shown(card, card.context(user))

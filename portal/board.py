"""Home as one person sees it: every registered card with what it shows."""

from dataclasses import dataclass

from portal import registry


@dataclass(frozen=True)
class Shown:
    """A card with its content."""

    card: registry.Card
    content: dict


@dataclass(frozen=True)
class Column:
    """What stands in a column at once, and the costly cards that the browser fetches after the page."""

    cards: list[Shown]
    later: tuple[registry.Card, ...]


def column(user, name) -> Column:
    cards = [card for card in registry.cards(user) if card.column == name]
    return Column(filled(user, [card for card in cards if not card.is_lazy]), later(user, name))


def later(user, name) -> tuple[registry.Card, ...]:
    return tuple([card for card in registry.cards(user) if card.column == name and card.is_lazy])


def filled(user, cards) -> list[Shown]:
    """The cards with their content; those that have nothing to show are left out."""
    contents = ((card, card.context(user)) for card in cards)
    return [Shown(card, content) for card, content in contents if content]

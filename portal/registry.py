"""What features put on the workbench and beside pages. Portal knows none of them by name.

Each registers in its portal.py, for example:

@registry.card("drafts", 30, "content/cards/drafts.html", title=_("我的草稿"))
def drafts(user):
    return {"lines": …}          # None or {}: nothing to show, no card

@registry.slot("page.side", 20, "helpdesk/slots/report.html", lazy=True)
def report(user, page):
    return {"tickets": …}

@registry.waiting
class Requests(registry.Waiting):
    name, order, label = "requests", 20, _("请求查看")
    def asked(self, user): …                # a queryset, the urgent first, at most registry.MOST + 1
    def errand(self, row): return Errand(Line(…))
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from access.prepared import prepared
from ui import words
from ui.days import today
from ui.lines import Line
from ui.shell import everybody, register_account, register_create, register_nav

__all__ = ["Errand", "Line", "card", "register_account", "register_create", "register_nav", "slot", "slots", "waiting"]

URGENT, MAIN, SIDE = "urgent", "main", "side"  # the columns of home; urgent stands above everything
MOST = 50  # things waiting of one kind that are looked at; beyond it the count says “50+”


@dataclass(frozen=True)
class Card:
    """A card of home. The lazy ones of a column come after the page, in one fragment, and stand below the others."""

    name: str
    order: int
    template: str
    context: Callable
    column: str = MAIN
    title: str = ""
    show: Callable = everybody
    is_lazy: bool = False


@dataclass(frozen=True)
class Slot:
    """What a room adds at a named place beside a thing of another room."""

    place: str
    name: str
    order: int
    template: str
    context: Callable
    is_lazy: bool = False


@dataclass(frozen=True)
class Errand:
    """Something that waits for this person. `template` shows what can be done about it right in the list."""

    line: Line
    due: date | None = None
    template: str = ""
    values: dict = field(default_factory=dict)
    pick: str = ""  # what names it among several that are decided at once

    @property
    def is_urgent(self):
        return self.due is not None and self.due <= today()

    @property
    def due_words(self):
        if self.due is None:
            return ""
        if self.due == today():
            return _("今天到期")
        late = _("%(day)s已到期") if self.is_urgent else _("%(day)s到期")
        return late % {"day": words.day(self.due)}


class Waiting:
    """One kind of things that wait for people."""

    name = ""
    order = 100
    label = ""
    batch = ""  # a template with the buttons for several at once: their `pick` values are posted by the form “batch”

    def asked(self, user):
        """A queryset of what waits for this person, the urgent first. Put together once for the rights of today: it
        must follow from the person, the rights and the day alone.
        """
        raise NotImplementedError

    def rows(self, user) -> list:
        """What waits for this person; one query or two, whatever waits."""
        return prepared(self.asked, user)()

    def due(self, row) -> date | None:
        return None

    def errand(self, row) -> Errand:
        """The row in words; asked for those that are shown only."""
        raise NotImplementedError


_cards: dict[str, Card] = {}
_slots: dict[tuple[str, str], Slot] = {}
_waiting: dict[str, Waiting] = {}


def card(name, order, template, *, column=MAIN, title="", show=everybody, lazy=False):
    """Decorates `context(user)`. Registering a name twice keeps the later one."""

    def registered(context):
        _cards[name] = Card(name, order, template, context, column, title, show, lazy)
        return context

    return registered


def slot(place, order, template, *, lazy=False):
    """Decorates `context(user, thing)`."""

    def registered(context):
        name = f"{context.__module__}.{context.__name__}"
        _slots[place, name] = Slot(place, name, order, template, context, lazy)
        return context

    return registered


def waiting(kind):
    """A class decorator."""
    _waiting[kind.name] = kind()
    return kind


def cards(user) -> list[Card]:
    return sorted((each for each in _cards.values() if each.show(user)), key=lambda each: each.order)


def slots(place) -> list[Slot]:
    return sorted((each for each in _slots.values() if each.place == place), key=lambda each: each.order)


@dataclass(frozen=True)
class Piece:
    """A slot with what it shows beside one thing."""

    slot: Slot
    content: dict


def pieces(place, user, thing, lazy=None) -> list[Piece]:
    """What rooms show here beside this thing: all, or only the costly or the cheap; empty ones are left out."""
    wanted = (each for each in slots(place) if lazy in (None, each.is_lazy))
    shown = ((each, each.context(user, thing)) for each in wanted)
    return [Piece(each, content) for each, content in shown if content]


def kinds_of_waiting() -> list[Waiting]:
    return sorted(_waiting.values(), key=lambda each: each.order)

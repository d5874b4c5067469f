"""The frame around every page shows what rooms register here, so it knows none of them.

A room registers in its `portal.py`: `rail.register(20, "book-open", _("知识库"), "wiki:library", tab=True)`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from django.core.checks import Error
from django.urls import NoReverseMatch, reverse


def everybody(user) -> bool:
    return True


def nothing(user) -> int:
    return 0


@cache
def address_of(url_name: str) -> str:
    return reverse(url_name)


@dataclass(frozen=True, eq=False)  # one object a door: compared by itself, it is a cheap key for `once`
class Entry:
    """A door in the frame: the words, the icon, where it leads, who sees it and how much waits behind it."""

    order: int
    icon: str
    label: str
    url_name: str
    show: Callable = everybody
    badge: Callable = nothing
    prefixes: tuple[str, ...] = ()
    tab: bool = False
    short: str = ""

    @property
    def url(self) -> str:
        return address_of(self.url_name)

    @property
    def short_label(self) -> str:
        return self.short or self.label

    def match(self, path: str) -> int:
        """How much of the path this entry covers; the longest match is the current one."""
        if self.url == "/":
            return int(path == "/")
        return max((len(start) for start in (self.url, *self.prefixes) if path.startswith(start)), default=0)


@dataclass(frozen=True)
class Shown:
    """An entry as one person sees it on one page."""

    entry: Entry
    waiting: int
    is_current: bool


@dataclass
class Menu:
    entries: list[Entry] = field(default_factory=list)

    def register(self, order, icon, label, url_name, **more) -> None:
        """Registering the same address twice keeps the later entry, so that reloading adds nothing."""
        self.entries = [entry for entry in self.entries if entry.url_name != url_name]
        self.entries.append(Entry(order, icon, label, url_name, **more))
        self.entries.sort(key=lambda entry: entry.order)

    def doors(self, user) -> tuple[Entry, ...]:
        return tuple([entry for entry in self.entries if entry.show(user)])

    def seen_by(self, user, path="") -> tuple[Shown, ...]:
        entries = self.doors(user)
        lengths = [entry.match(path) for entry in entries]
        longest = max(lengths, default=0)
        current = lengths.index(longest) if longest else None
        return tuple(Shown(entry, entry.badge(user), place == current) for place, entry in enumerate(entries))


rail = Menu()  # the main navigation; entries with tab=True also stand at the bottom of a phone (five fit)
account = Menu()  # behind one's own picture
create = Menu()  # behind “新建”


def behind(path) -> str:
    """Where a phone's arrow leads: the door this page lies behind, else the workbench; "" on what the rail opens."""
    if any(path == entry.url for entry in rail.entries):
        return ""
    doors = [entry for menu in (rail, account) for entry in menu.entries if entry.url != path]
    nearest = max(doors, key=lambda entry: entry.match(path), default=None)
    return nearest.url if nearest and nearest.match(path) else "/"


register_nav = rail.register
register_account = account.register
register_create = create.register


places: dict[str, str] = {}  # addresses the frame itself needs: search, inbox, help, access_request


def register_place(name: str, url_name: str) -> None:
    """The room that answers searches, keeps notices or takes requests names its address."""
    places[name] = url_name


def workplace(user) -> list[str]:
    """Hospital and group in the top bar. The room that knows replaces this through `say_workplace`."""
    return _workplace(user)


def say_workplace(function) -> None:
    global _workplace
    _workplace = function


def _workplace(user) -> list[str]:
    return []


def check_addresses(app_configs, **kwargs):
    """Every registered entry leads somewhere; a wrong name would break all pages at once."""
    names = [entry.url_name for menu in (rail, account, create) for entry in menu.entries]
    names += places.values()
    errors = []
    for name in names:
        try:
            reverse(name)
        except NoReverseMatch:
            errors.append(Error(f"The frame links to “{name}”, which no address has.", id="ui.E001"))
    return errors

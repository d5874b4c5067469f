"""One search, answered: what holds all words, what matches in part, what it may be filtered by."""

from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString

from search.registry import Hit, Kind

NOTHING = SafeString("")
PER_PAGE = 10


@dataclass(frozen=True)
class Shown:
    """A hit with what of its text answers, and where that stands."""

    hit: Hit
    kind: str
    score: float
    says: float = 0.0  # how much of a question it says, its best stretch and its title
    snippet: SafeString = NOTHING
    lead: SafeString = NOTHING  # how the text begins, where the title says it all and the text need not
    title: SafeString = NOTHING
    place: str = ""  # “第 3 页”, a heading
    url: str = ""  # leads to the place
    is_partial: bool = False
    says_all: bool = False  # its title holds all words

    def __getattr__(self, name):
        return getattr(self.hit, name)


@dataclass(frozen=True)
class Passage:
    """A stretch of a text, quoted, that answers best."""

    shown: Shown
    html: SafeString
    place: str
    url: str


@dataclass(frozen=True)
class Count:
    """How many of one kind were found."""

    kind: Kind
    number: int


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    number: int
    chosen: bool = False


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class Results:
    """One page of what was found, over all kinds asked for."""

    query: object
    page: Page
    total: int = 0  # that hold all words
    partial_from: int | None = None  # place on this page from which hits match in part
    tabs: list[Count] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    people: list[Hit] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    also: tuple[str, ...] = ()
    meant: list = field(default_factory=list)  # of search.answering.spelling.Meant
    is_question: bool = False
    is_limited: bool = False  # an engine was away: the answer may lack what changed last

    @property
    def hits(self) -> list[Shown]:
        return self.page.object_list

    @property
    def everything(self) -> int:
        return sum(count.number for count in self.tabs)


class Known:
    """A list of which only one window is at hand, as a paginator sees it."""

    def __init__(self, total, window):
        self.total, self.window = total, window

    def __len__(self):
        return self.total

    def __getitem__(self, key):
        return self.window


def page_of(shown, total, number, per_page=PER_PAGE):
    paginator = Paginator(Known(total, shown), per_page, allow_empty_first_page=True)
    page = paginator.get_page(number)
    page.numbers = list(paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
    return page

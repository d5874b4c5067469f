"""What every engine can do. The same questions get the same visible set from each (tests/search/test_engines*.py)."""

import datetime
from dataclasses import dataclass, field, replace

from search.analysis import Phrase

FACETS = (
    *("kind", "space", "updated", "trust", "hospital", "department", "maintainer"),
    *("state", "tag", "file"),
)


@dataclass(frozen=True)
class Visibility:
    """What a person may find, as ids: never more than the rules say, and worked out from the rights of now."""

    scopes: tuple[int, ...] = ()
    roots: tuple[tuple[int, int], ...] = ()  # (content type, id) of things opened for the person by name
    keys: tuple[str, ...] = ()  # of SearchReader
    user_id: int = 0


@dataclass(frozen=True)
class Wanted:
    """One word that must be there: as one of these phrases, in the title or anywhere."""

    phrases: tuple[Phrase, ...]
    field: str = ""  # or “title”


@dataclass(frozen=True)
class Sound:
    """Syllables, or pairs of first letters, that must follow each other in a title."""

    tokens: tuple[str, ...]
    open_ended: bool = False
    is_initials: bool = False


@dataclass(frozen=True)
class Condition:
    """Of one facet one of these values, or none of them. Dates for `after` and `before` (inclusive)."""

    facet: str  # of FACETS, or after, before, entry
    values: tuple
    excluded: bool = False


@dataclass(frozen=True)
class Ask:
    """A question to an engine. Everything but `words` of the partial ones holds for each answer."""

    who: Visibility
    wanted: tuple[Wanted, ...] = ()
    unwanted: tuple[Wanted, ...] = ()
    conditions: tuple[Condition, ...] = ()
    without: tuple[int, ...] = ()  # entries a librarian excluded for this phrase, and those an engine must not know
    today: datetime.date = field(default_factory=datetime.date.today)

    def but_for(self, facet):
        """Without the conditions of one facet: its own options are counted so."""
        return replace(self, conditions=tuple(each for each in self.conditions if each.facet != facet))


@dataclass
class Counts:
    """How many hold all words, in all and by facet: {facet: {value: number}}, each facet without its own conditions."""

    total: int = 0
    facets: dict[str, dict] = field(default_factory=dict)

    def __add__(self, other):
        """Counted apart from each other."""
        values = {facet: {*numbers, *other.facets[facet]} for facet, numbers in self.facets.items()}
        both = {
            facet: {value: self.facets[facet].get(value, 0) + other.facets[facet].get(value, 0) for value in some}
            for facet, some in values.items()
        }
        return Counts(self.total + other.total, both)


@dataclass(frozen=True)
class Indexed:
    """With what an entry stands in the index."""

    title: str
    texts: tuple[str, ...]
    extra: str


class Unavailable(Exception):
    """The engine does not answer; another one will have to."""


class Engine:
    """An index of entries. Reading methods raise Unavailable when the engine is away."""

    name = ""
    has_one_writer = False  # nobody can write while somebody else does

    # Asking
    def best(self, ask, *, limit, offset=0, order="relevance") -> list[int]:
        """Ids of entries that hold all words, best or newest first."""
        raise NotImplementedError

    def count(self, ask, facets=FACETS) -> Counts:
        raise NotImplementedError

    def answer(self, ask, *, limit, order="relevance") -> tuple[Counts, list[int]]:
        """Both at once, for engines that come by one on the way to the other."""
        counts = self.count(ask)
        return counts, self.best(ask, limit=limit, order=order) if counts.total else []

    def partly(self, ask, words, *, limit, in_title=False) -> list[int]:
        """Ids of entries that hold some of these tokens, those with more and rarer ones first."""
        raise NotImplementedError

    def frequencies(self, words) -> dict[str, int]:
        """In how many entries each token stands, whoever may see them; what stands nowhere is left out."""
        raise NotImplementedError

    def size(self) -> int:
        """How many entries it holds."""
        raise NotImplementedError

    # Keeping
    def put(self, entry, texts, old=None, *, anew=False):
        """Index an entry: its title, extra and texts (of its parts). `old`: Indexed, None if it was not there;
        `anew`: in the index that is being made beside."""
        raise NotImplementedError

    def drop(self, entry, old, *, anew=False):
        raise NotImplementedError

    def known(self):
        """Ids of all entries the index holds."""
        raise NotImplementedError

    def settle(self, *, anew=False, wholly=False) -> bool:
        """A step, some tens of milliseconds, of what need not be done while writing; whether more is left.

        `wholly`: until nothing could be better; `anew`: in the index that is being made beside.
        """
        return False

    def count_words(self):
        """Keep ready what asking needs and changes slowly; nothing to do where it is counted while asking."""

    # Making anew, beside the index that answers
    def begin_anew(self):
        raise NotImplementedError

    def cut(self, many):
        """`many`: (entry, texts of its parts). As its tables take them: most of the work, and it locks nothing."""
        raise NotImplementedError

    def put_anew(self, rows):
        """`rows`: what `cut` made of entries that are not there."""
        raise NotImplementedError

    def finish_anew(self):
        """What is best done when all is put, outside any transaction; may take minutes, and nobody waits for it."""

    def swap(self):
        """The new index answers from this transaction on."""
        raise NotImplementedError

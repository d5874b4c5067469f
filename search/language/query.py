"""The parts of a search."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Term:
    """Words to be found. Quoted ones exactly so: no synonyms, nothing half typed."""

    text: str
    field: str = ""  # "title": only there
    quoted: bool = False
    excluded: bool = False


@dataclass(frozen=True)
class Filter:
    """What a hit must be. Several of one name: any of them; of different names: all of them.

    `after` and `before` hold dates, both included, and are never excluded.
    """

    name: str  # space, author, tag, kind, hospital, department, state, file, after, before
    value: str
    excluded: bool = False


@dataclass(frozen=True)
class Query:
    """One search. Equal to another that asks the same, however it was typed."""

    typed: str = field(default="", compare=False)
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The texts of what is wanted."""
        return tuple(term.text for term in self.terms if not term.excluded)

    def without(self, *parts) -> "Query":
        """The same search less some of its terms or filters."""
        return replace(
            self,
            terms=tuple(term for term in self.terms if term not in parts),
            filters=tuple(each for each in self.filters if each not in parts),
        )

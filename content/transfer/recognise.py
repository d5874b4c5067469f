"""What a text is, told from itself: features register a function that looks at title and text."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Recognised:
    """The kind of page, its structured fields, and facts for `planted` of that kind."""

    kind: str
    values: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)


_recognisers: list[Callable] = []
_fillers: dict[str, Callable] = {}


def recogniser(function):
    """`@recogniser` above function(title, body, told) -> Recognised | None."""
    _recognisers.append(function)
    return function


def filler(kind):
    """`@filler("regulation")` above function(told, body, space) -> Recognised: fields from what a file says of itself.

    `told` is {name: words}, names as in content.convert.word.facts.NAMES.
    """

    def register(function):
        _fillers[kind] = function
        return function

    return register


def recognise(title, body, told=None) -> Recognised:
    """`told` are the facts of an import's item."""
    for function in _recognisers:
        if (found := function(title, body, told or {})) is not None:
            return found
    return Recognised("article")


def fill(kind, told, body, space) -> Recognised:
    """A page of that kind with what was read in the file, or said by whoever looked at it."""
    if kind not in _fillers:
        return Recognised(kind)
    return _fillers[kind](said(told), body, space)


def said(told) -> dict:
    """{name: words}: a person's word counts more than the file's."""
    return {name: one.get("said", one["value"]) for name, one in told.items()}

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


def recogniser(function):
    """`@recogniser` above function(title, body) -> Recognised | None."""
    _recognisers.append(function)
    return function


def recognise(title, body) -> Recognised:
    for function in _recognisers:
        if (found := function(title, body)) is not None:
            return found
    return Recognised("article")

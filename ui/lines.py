"""How a thing stands in a list: on the home page, among search hits, in what one read or favours."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Line:
    """One row of `ui/lines.html`. `facts` are short words below the title, `end` or `at` stands at the right."""

    title: str
    url: str
    tile: str = "file"
    icon: str = ""
    facts: tuple = ()
    urgent: str = ""  # the fact that is red: overdue, due today
    end: str = ""
    at: datetime | None = None
    is_strong: bool = False
    person: object = None  # their picture stands where the tile would

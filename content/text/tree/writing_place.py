"""Where a block stands, and the small things all writers share."""

import re
from typing import NamedTuple

from content.text.tree.schema import is_a

APART = "<!-- -->"  # keeps apart two lists that would be read as one
BLANK = "<span></span>"  # says nothing, yet is a paragraph
_LINES = re.compile(r"^(?=.)", re.MULTILINE)
_BOX = re.compile(r"\[[ xX]\]")
_CALLOUT = re.compile(r"\[!")


class NeedsLine(Exception):
    """Something inside can only be written as HTML on one line, and its end tags would close what stands around."""


class Place(NamedTuple):
    """`home` where lines begin at the margin, so that fences and HTML are read; `nested` within HTML."""

    home: bool
    nested: bool

    def within(self) -> "Place":
        return Place(False, self.nested)


TOP = Place(home=True, nested=False)


def indented(text: str, *, first=False) -> str:
    made = _LINES.sub("    ", text)
    return made if first else made[4:]


def section(attrs) -> str:
    """A section of another page: its label and its anchor hold no sign that means anything."""
    return f"![{attrs['label']}]({target_of_section(attrs)})"


def target_of_section(attrs) -> str:
    return f"page:{attrs['uid']}" + (f"#{attrs['anchor']}" if attrs["anchor"] else "")


def task_sign(item) -> str:
    if not is_a(item, "taskItem"):
        return ""
    return "[x] " if item["attrs"]["checked"] else "[ ] "


def without_mark(written: str, content: list[dict]) -> str:
    """Words that begin like a task or a callout, and are none."""
    first = content[0]
    if not is_a(first, "text") or first.get("marks"):
        return written
    if _BOX.match(first["text"]) or _CALLOUT.match(first["text"]):
        return "&#91;" + written.removeprefix("\\")[1:]
    return written

"""A picture that a browser drew of a diagram: taken apart and written anew, shapes and words alone.

Nothing of what was sent is copied: elements, attributes and values all pass a list, and no word may stand in the
picture that does not stand in the text it was drawn of.
"""

import re
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree

DRAWING = 1  # raise it when equal texts give other pictures; what was drawn by an older one is drawn anew

LONGEST = 600_000  # characters as sent
MOST_ELEMENTS = 6_000
DEEPEST = 40
LARGEST = 20_000  # units across

_NS = "{http://www.w3.org/2000/svg}"
_NUMBER = r"-?(?:\d{1,6}(?:\.\d{1,8})?|\.\d{1,8})(?:e-?\d{1,2})?"
_IS_NUMBER = re.compile(_NUMBER)
_LENGTH = re.compile(rf"{_NUMBER}(?:px)?")
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE.,+\-\s]{1,60000}")
_POINTS = re.compile(r"[0-9eE.,+\-\s]{1,20000}")
_TRANSFORM = re.compile(
    rf"(?:(?:translate|rotate|scale|matrix)\(\s*{_NUMBER}(?:[\s,]+{_NUMBER}){{0,5}}\s*\)[\s,]*){{1,6}}"
)
_COLOR = re.compile(r"none|[a-z]{3,20}|#[0-9a-fA-F]{3,8}|rgba?\(\s*[\d.]{1,6}(?:\s*,\s*[\d.]{1,6}%?){2,3}\s*\)")
_DASHES = re.compile(r"none|[\d.]{1,8}(?:px)?(?:[\s,]+[\d.]{1,8}(?:px)?){0,8}")
_WEIGHT = re.compile(r"normal|bold|[1-9]00")

_LOOK = {
    "fill": _COLOR,
    "stroke": _COLOR,
    "stroke-width": _LENGTH,
    "stroke-dasharray": _DASHES,
    "stroke-linecap": re.compile(r"butt|round|square"),
    "stroke-linejoin": re.compile(r"miter|round|bevel"),
    "fill-opacity": _IS_NUMBER,
    "stroke-opacity": _IS_NUMBER,
    "opacity": _IS_NUMBER,
    "transform": _TRANSFORM,
}
_WORDS = {
    "font-size": _LENGTH,
    "font-weight": _WEIGHT,
    "font-style": re.compile(r"normal|italic"),
    "text-anchor": re.compile(r"start|middle|end"),
    "text-decoration": re.compile(r"none|underline|line-through"),
}
_SHAPES = {
    "g": {},
    "path": {"d": _PATH},
    "rect": dict.fromkeys(("x", "y", "width", "height", "rx", "ry"), _LENGTH),
    "circle": dict.fromkeys(("cx", "cy", "r"), _LENGTH),
    "ellipse": dict.fromkeys(("cx", "cy", "rx", "ry"), _LENGTH),
    "line": dict.fromkeys(("x1", "y1", "x2", "y2"), _LENGTH),
    "polyline": {"points": _POINTS},
    "polygon": {"points": _POINTS},
    "text": {"x": _LENGTH, "y": _LENGTH, **_WORDS},
}
_VIEW = re.compile(rf"({_NUMBER}) ({_NUMBER}) ({_NUMBER}) ({_NUMBER})")

# What a drawing says besides the words of its text: days, shares, numbers of steps, the first branch.
_SAYS_NUMBERS = re.compile(r"\s*(?:gantt|pie|xychart|quadrant|timeline|sequenceDiagram|gitGraph)\b")
_NUMBERS = re.compile(r"[\d.,:%/\-+\s]{1,24}|[A-Z][a-z]{2}(?: \d{1,2})?|main|\d{1,4}-[0-9a-f]{7}")
_SPELT = re.compile(r"<br\s*/?>|#\w{1,10};|&\w{1,10};", re.IGNORECASE)  # how a text writes lines and signs
_SIGNS = re.compile("[\\s\"'`*_#\\\\«»<>&\u200b]+")


class Drawing(NamedTuple):
    svg: str  # clean, in one regular form
    width: int
    height: int


class UnfitDrawing(ValueError):
    """Why a picture is not taken, for the log."""


def drawing(sent: str, source: str) -> Drawing:
    """Raises UnfitDrawing. What the lists do not know is left out; strange words refuse the whole picture."""
    if len(sent) > LONGEST:
        raise UnfitDrawing("too long")
    if "<!" in sent or "<?" in sent:  # no entities, no instructions
        raise UnfitDrawing("not plain")
    try:
        root = ElementTree.fromstring(sent)
    except (ElementTree.ParseError, ValueError) as error:
        raise UnfitDrawing("not XML") from error
    view = _VIEW.fullmatch(root.get("viewBox", ""))
    if root.tag != _NS + "svg" or view is None:
        raise UnfitDrawing("no picture")
    width, height = float(view[3]), float(view[4])
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise UnfitDrawing("no size")
    writer = _Writer(source)
    inner = "".join(writer.element(child, 1) for child in root)
    if not inner:
        raise UnfitDrawing("empty")
    opening = f'<svg viewBox="{view[0]}" width="{round(width)}" height="{round(height)}" role="img"'
    return Drawing(f'{opening} aria-label="{escape(writer.label())}">{inner}</svg>', round(width), round(height))


class _Writer:
    def __init__(self, source):
        self.count, self.said = 0, []
        self.source = _squashed(_SPELT.sub("", source))
        self.says_numbers = _SAYS_NUMBERS.match(_without_head(source)) is not None

    def element(self, element, depth):
        self.count += 1
        if self.count > MOST_ELEMENTS or depth > DEEPEST:
            raise UnfitDrawing("too many shapes")
        name = element.tag.removeprefix(_NS) if isinstance(element.tag, str) else ""
        if name not in _SHAPES:
            return ""
        known = _LOOK | _SHAPES[name]
        given = ((key, value.strip()) for key, value in element.items() if key in known)
        attrs = "".join(f' {key}="{escape(value)}"' for key, value in given if known[key].fullmatch(value))
        if name == "text":
            inner = self.words("".join(element.itertext()))
        elif name == "g":
            inner = "".join(self.element(child, depth + 1) for child in element)
        else:
            return f"<{name}{attrs}></{name}>"
        return f"<{name}{attrs}>{inner}</{name}>" if inner else ""

    def words(self, text):
        text = " ".join(text.split())
        squashed = _squashed(text)
        if squashed not in self.source and not (self.says_numbers and _NUMBERS.fullmatch(text)):
            raise UnfitDrawing(f"words of its own: {text[:40]}")
        self.said.append(text)
        return escape(text)

    def label(self):
        return "，".join(dict.fromkeys(filter(None, self.said)))[:300]


def _squashed(text):
    return _SIGNS.sub("", text)


def _without_head(source):
    """Without remarks and the settings above the drawing."""
    return re.sub(r"\A\s*(?:---\n.*?\n---\s*|%%[^\n]*\s*)+", "", source, flags=re.DOTALL)

"""Words and how they look: runs of a paragraph."""

from dataclasses import dataclass

from content.convert.out.word.looks import HEI, LATIN, SONG
from content.convert.out.word.xml import el, fonts

MONO = "Consolas"


@dataclass(frozen=True)
class Font:
    bold: bool = False
    italic: bool = False
    strike: bool = False
    underline: bool = False
    marked: bool = False
    place: str = ""  # superscript, subscript
    is_code: bool = False
    is_link: bool = False
    size: float = 0  # pt; 0: as the paragraph's

    def properties(self):
        """In the order the standard demands, or None."""
        parts = [
            fonts(MONO, SONG) if self.is_code else fonts(LATIN, HEI) if self.bold else None,
            el("b") if self.bold else None,
            el("i") if self.italic else None,
            el("strike") if self.strike else None,
            el("color", val="14508C") if self.is_link else None,
            el("sz", val=int(self.size * 2)) if self.size else None,
            el("highlight", val="yellow") if self.marked else None,
            el("u", val="single") if self.underline else None,
            el("vertAlign", val=self.place) if self.place else None,
        ]
        return el("rPr", *parts) if any(part is not None for part in parts) else None


_CHANGES = (
    (("strong", "b"), {"bold": True}),
    (("em", "i", "var"), {"italic": True}),
    (("s", "del"), {"strike": True}),
    (("u", "ins"), {"underline": True}),
    (("code", "kbd", "samp"), {"is_code": True}),
    (("mark",), {"marked": True}),
    (("sup",), {"place": "superscript"}),
    (("sub",), {"place": "subscript"}),
    (("small",), {"size": 9}),
)
CHANGES = {tag: change for tags, change in _CHANGES for tag in tags}


def run(words, font):
    return el("r", font.properties(), el("t", text=words))


def line_break():
    return el("r", el("br"))

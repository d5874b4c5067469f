"""From elements to paragraphs: text runs on until a block begins, and goes on after it."""

import re
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Emu

from content.convert.out.word import lists, tables
from content.convert.out.word.looks import RIGHT_EDGE, TEXT_WIDTH
from content.convert.out.word.notes import TEXT as NOTE
from content.convert.out.word.pictures import picture
from content.convert.out.word.text import CHANGES, Font, line_break, run
from content.convert.out.word.xml import el

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {
    *("address", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol"),
    *("p", "pre", "table", "ul", *HEADINGS),
}
FRAMED = {"callout", "textbox", "details"}
INDENT = lists.STEP
PLAIN = Font()
SIDES = ("top", "left", "bottom", "right")
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Look:
    """What the paragraphs of a place have in common."""

    style: str = ""
    left: int = 0  # twips
    justified: str = ""
    numbered: tuple[int, int] | None = None  # list and level of the first paragraph; the next ones have none
    level: int = -1  # of the list around
    frame: str = ""  # color of the line around
    width: Emu = TEXT_WIDTH
    font: Font = PLAIN
    keeps_lines: bool = False


class Flow:
    """Writes the children of an element into a place: the body, a cell, a note."""

    def __init__(self, writer, place, look, first=()):
        self.writer, self.place, self.look = writer, place, look
        self._first = list(first)  # runs the first paragraph begins with
        self._paragraph, self._space = None, True
        self._bookmarks = []

    def fill(self, element):
        self._inside(element, self.look.font)
        self.close()
        return self

    def close(self):
        self._paragraph, self._space = None, True

    def _inside(self, element, font):
        self._say(element.text, font)
        for child in element.iterchildren():
            if isinstance(child.tag, str):
                self._child(child, font)
            self._say(child.tail, font)

    def _child(self, child, font):
        tag = child.tag
        if child.get("id"):
            self._bookmarks.append(child.get("id"))
        if tag in BLOCKS:
            self.close()
            self._block(child, font)
            self.close()
        elif tag == "br":
            self._open().append(line_break())
            self._space = True
        elif tag == "img":
            self._picture(child, font)
        elif tag == "a":
            self._link(child, font)
        elif (
            tag == "sup"
            and (mark := next(child.iterchildren("a"), None)) is not None
            and mark.get("class") == "footnote-ref"
        ):
            self._note(child, mark, font)
        elif tag == "rt":
            self._say("（", font)
            self._inside(child, font)
            self._say("）", font)
        elif tag != "rp":
            is_article = child.get("class") == "article-no"
            self._inside(child, replace(font, bold=True) if is_article else replace(font, **CHANGES.get(tag, {})))
            if is_article:
                self._say("\u3000", font)
            if child.get("class") in ("k", "block"):  # titles of callouts and files stand on a line of their own
                self.close()

    def _block(self, child, font):
        tag, classes = child.tag, (child.get("class") or "").split()
        look = replace(self.look, font=font)
        if tag in HEADINGS:
            self._deeper(child, replace(look, style=self.writer.heading(HEADINGS[tag]), font=PLAIN,
                                        justified="center" if "chapter" in classes else ""))  # fmt: skip
        elif tag in ("ul", "ol"):
            self._list(child, look)
        elif tag == "table":
            self._table(child, look)
        elif tag == "pre":
            self._deeper(child, replace(look, keeps_lines=True, frame="999999", font=replace(font, is_code=True)))
        elif tag == "blockquote":
            self._deeper(child, replace(look, left=look.left + INDENT, numbered=None))
        elif tag == "dd":
            self._deeper(child, replace(look, left=look.left + INDENT))
        elif tag == "dt":
            self._deeper(child, replace(look, font=replace(font, bold=True)))
        elif tag == "figure":
            self._deeper(child, replace(look, justified="center"))
        elif tag == "figcaption":
            self._deeper(child, replace(look, style="Caption", justified="center"))
        elif tag == "hr":
            line = el("pBdr", el("bottom", val="single", sz=4, space=1, color="999999"))
            self._add(el("p", el("pPr", line)))
        elif FRAMED.intersection(classes):
            self._deeper(child, replace(look, frame="BB0000" if "co-danger" in classes else "999999"))
        else:
            self._deeper(child, look)

    def _deeper(self, child, look):
        """A flow of its own for the block; what begins here (a note's mark, a list's number) goes on with it."""
        inner = Flow(self.writer, self.place, look, self._first)
        inner._bookmarks, self._bookmarks = self._bookmarks, []
        inner.fill(child)
        self._first, self._bookmarks = inner._first, inner._bookmarks
        if look.numbered and inner.look.numbered is None:
            self.look = replace(self.look, numbered=None)

    def _list(self, child, look):
        level = min(look.level + 1, lists.DEEPEST)
        number = self.writer.lists.bullets()
        if child.tag == "ol":
            start = child.get("start") or ""
            number = self.writer.lists.counting(level, int(start) if start.isdecimal() else 1, child.get("type"))
        for item in child.iterchildren("li"):
            is_task = (item.get("class") or "").startswith("task")
            if item.get("id"):
                self._bookmarks.append(item.get("id"))
            left = look.left + INDENT
            own = replace(look, level=level, left=left, numbered=None if is_task else (number, level))
            self._deeper(item, own)

    def _table(self, child, look):
        def write(place, element, share, justified):
            style = look.style if look.style == NOTE else ""
            font = replace(PLAIN, bold=element.tag == "th")
            inner = Look(style=style, justified=justified, width=Emu(share * 635), font=font)
            Flow(self.writer, place, inner).fill(element)
            if place[-1].tag != el("p").tag:  # Word refuses a cell that does not end in a paragraph
                place.append(el("p"))

        for caption in child.iterchildren("caption"):
            self._deeper(caption, replace(look, style="Caption", justified="center"))
        made = tables.table(child, look.width, write)
        if made is not None:
            self._add(made)
            self._add(el("p", el("pPr", el("spacing", before=0, after=0, line=160, lineRule="exact"))))

    def _picture(self, child, font):
        made = None
        if self.writer.may_show_pictures(self.place):
            made = picture(self.writer.document, child, self.writer.folder, self.look.width)
        if made is None:
            self._say(child.get("alt"), font)
        else:
            self._open().append(made)
            self._space = False

    def _link(self, child, font):
        link = self._hyperlink(child)
        if link is None:
            self._inside(child, font)
            return
        outer = self._open()
        outer.append(link)
        self._paragraph = link
        self._inside(child, replace(font, is_link=True))
        if self._paragraph is link:  # no block within has begun another
            self._paragraph = outer
        if not len(link):
            outer.remove(link)

    def _hyperlink(self, child):
        address = child.get("href") or ""
        is_mark = child.get("class") == "footnote-ref"  # its note stands at the foot of some sheet
        if not address or is_mark or child.find(".//img") is not None:
            return None
        if address.startswith("#"):
            return el("hyperlink", anchor=self.writer.bookmark(address[1:]))
        whole = self.writer.address(address)
        if whole is None:
            return None
        link = el("hyperlink")
        part = self.writer.part_of(self.place)
        link.set(_RELATION, part.relate_to(whole, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link

    def _note(self, child, mark, font):
        anchor, said = (mark.get("href") or "")[1:], mark.text_content()
        if not self.writer.notes.has(anchor) or self.look.style == NOTE:
            self._inside(child, replace(font, place="superscript"))
            return
        paragraph = self._open()
        paragraph.append(self.writer.notes.mark(anchor, said, self._write_note))
        self._space = False

    def _write_note(self, note, element, first):
        Flow(self.writer, note, Look(style=NOTE), first).fill(element)
        if not len(note):
            note.append(el("p", *first))

    def _say(self, words, font):
        if not words:
            return
        if self.look.keeps_lines:
            self._say_lines(words, font)
            return
        words = _SPACE.sub(" ", words)
        if self._space:
            words = words.lstrip(" ")
        if words:
            self._open().append(run(words, font))
            self._space = words.endswith(" ")

    def _say_lines(self, words, font):
        for at, line in enumerate(words.rstrip("\n").split("\n")):
            paragraph = self._open()
            if at:
                paragraph.append(line_break())
            if line:
                paragraph.append(run(line, font))

    def _open(self):
        if self._paragraph is None:
            self._paragraph = el("p", self._properties(), *self._first)
            self._first = []
            for anchor in self._bookmarks:
                self._paragraph.extend(self.writer.place_bookmark(anchor))
            self._bookmarks = []
            self._add(self._paragraph)
            self.look = replace(self.look, numbered=None)
        return self._paragraph

    def _properties(self):
        """In the order the standard demands."""
        look, parts = self.look, []
        if look.style:
            parts.append(el("pStyle", val=self.writer.style_id(look.style)))
        if look.numbered:
            number, level = look.numbered
            parts.append(el("numPr", el("ilvl", val=level), el("numId", val=number)))
        if look.frame:
            sides = (
                el(side, val="single", sz=6, space=4, color=look.frame) for side in ("top", "left", "bottom", "right")
            )
            parts.append(el("pBdr", *sides))
        if look.numbered and look.left != INDENT * (look.numbered[1] + 1):
            parts.append(el("ind", left=look.left, hanging=INDENT))
        elif look.left and not look.numbered:
            parts.append(el("ind", left=min(look.left, RIGHT_EDGE // 2)))
        if look.justified:
            parts.append(el("jc", val=look.justified))
        return el("pPr", *parts)

    def _add(self, element):
        self.writer.add(self.place, element)


_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

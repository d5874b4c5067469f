"""The sheet as a Word file: cover, contents, text, header and footer."""

import re
from urllib.parse import urljoin

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from lxml import html

from content.convert.out.diagrams import as_pictures
from content.convert.out.tidying import tidy
from content.convert.out.word.flow import HEADINGS, Flow, Look
from content.convert.out.word.lists import Lists
from content.convert.out.word.looks import RIGHT_EDGE, dress
from content.convert.out.word.notes import Notes
from content.convert.out.word.text import Font, run
from content.convert.out.word.xml import el, field

_LINKS = ("http://", "https://", "mailto:", "tel:")
_COUNTS = re.compile(r"(\{pages?\})")
STAMP_COLOR = {"controlled": RGBColor(0xCC, 0, 0)}


def write(sheet, folder, to):
    text = html.fragment_fromstring(sheet["html"], create_parent="div")
    as_pictures(text, folder)
    tidy(text, sheet["pictures"], sheet["words"])
    document = Document()
    dress(document)
    document.core_properties.title, document.core_properties.author = sheet["title"], ""
    document.core_properties.comments = " · ".join(sheet["provenance"])
    writer = Writer(document, text, sheet, folder)
    _cover(document, sheet)
    _contents(document, writer, sheet)
    Flow(writer, document.element.body, Look()).fill(text)
    writer.notes.end()
    _frame(document, sheet)
    document.save(str(to))


class Writer:
    """What all paragraphs of one document share."""

    def __init__(self, document, text, sheet, folder):
        self.document, self.folder, self._site = document, folder, sheet["site"]
        self.notes, self.lists = Notes(document, text), Lists(document)
        self._body, self._end = document.element.body, document.element.body.find(qn("w:sectPr"))
        self._top = min((HEADINGS[each.tag] for each in text.iter(*HEADINGS)), default=1)
        self._names, self._placed = {}, set()

    def add(self, place, element):
        if place is self._body:
            self._end.addprevious(element)
        else:
            place.append(element)

    def heading(self, level):
        return f"Heading {level - self._top + 1}"

    def style_id(self, style):
        return style if " " not in style else self.document.styles[style].style_id

    def address(self, address):
        """The whole of it, or None for what no reader could follow."""
        whole = urljoin(self._site, address)
        return whole if whole.startswith(_LINKS) else None

    def bookmark(self, anchor):
        """Word's names are short and Latin."""
        return self._names.setdefault(anchor, f"_Toc{len(self._names) + 1:08d}")

    def place_bookmark(self, anchor):
        if anchor in self._placed:
            return []
        self._placed.add(anchor)
        number = len(self._placed)
        return [el("bookmarkStart", id=number, name=self.bookmark(anchor)), el("bookmarkEnd", id=number)]

    def part_of(self, place):
        return self.notes.part if self._is_note(place) else self.document.part

    def may_show_pictures(self, place):
        return not self._is_note(place)

    def _is_note(self, place):
        return place.tag == qn("w:footnote") or any(up.tag == qn("w:footnote") for up in place.iterancestors())


def _cover(document, sheet):
    if sheet["stamp"]:
        stamp = document.add_paragraph()
        stamp.alignment = 2
        words = stamp.add_run(f" {sheet['stamp_words']} ")
        words.font.size, words.font.bold = Pt(20), True
        words.font.color.rgb = STAMP_COLOR.get(sheet["stamp"], RGBColor(0x55, 0x55, 0x55))
        words.element.get_or_add_rPr().append(el("bdr", val="single", sz=12, space=4, color=str(words.font.color.rgb)))
    document.add_paragraph(sheet["kind"]).paragraph_format.space_before = Pt(60)
    document.add_paragraph(sheet["title"], style="Title")
    if sheet["version"]:
        document.add_paragraph(sheet["version"])
    table = document.add_table(rows=0, cols=2)
    for label, words in sheet["facts"]:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, words
    for row in table.rows:
        for cell, width in zip(row.cells, (0.2, 0.8), strict=True):
            cell.width = int(RIGHT_EDGE * width * 635)
    borders = el("tblBorders", *(_line(side) for side in ("bottom", "insideH")))
    table._tbl.tblPr.find(qn("w:tblW")).addnext(borders)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _line(side):
    return el(side, val="single", sz=4, space=0, color="BBBBBB")


def _contents(document, writer, sheet):
    """A field: Word fills in the page numbers when it opens the file; the lines stand there for those that do not."""
    if not sheet["contents"]:
        return
    title = document.add_paragraph()
    title.alignment = 1
    words = title.add_run(sheet["words"]["contents"])
    words.font.size, words.font.bold = Pt(16), True
    first, last = field('TOC \\o "1-3" \\h \\z \\u', None, is_stale=True)[:3], el("r", el("fldChar", fldCharType="end"))
    for at, (level, anchor, said) in enumerate(sheet["contents"]):
        name = writer.bookmark(anchor)
        entry = document.add_paragraph(style=f"toc {level}")._p
        entry.extend(first if at == 0 else [])
        number = field(f"PAGEREF {name} \\h", el("r", el("t", text="")))
        entry.append(el("hyperlink", run(said, Font()), el("r", el("tab")), *number, anchor=name))
    entry.append(last)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _frame(document, sheet):
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head._p.get_or_add_pPr().append(el("tabs", el("tab", val="clear", pos=4320), el("tab", val="clear", pos=8640),
                                       el("tab", val="right", pos=RIGHT_EDGE)))  # fmt: skip
    beside = "　".join(filter(None, (sheet["number"], sheet["version"], sheet["stamp_words"])))
    head.add_run(f"{sheet['title']}\t{beside}")
    foot = section.footer.paragraphs[0]
    foot.alignment = 1
    for piece in _COUNTS.split(sheet["words"]["page"]):
        if _COUNTS.fullmatch(piece):
            foot._p.extend(field("PAGE" if piece == "{page}" else "NUMPAGES", run("1", Font())))
        elif piece:
            foot.add_run(piece)
    origin = section.footer.add_paragraph(" · ".join(sheet["provenance"]), style="Footer")
    origin.alignment = 1

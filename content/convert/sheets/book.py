"""A workbook: its sheets in order, its strings, and how its numbers are shown (ECMA-376 Part 1, 18)."""

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from lxml import etree

from content.convert.package import MOST_BYTES_OF_A_PART, Broken, Package
from content.convert.sheets.formats import BUILT_IN, Format
from content.convert.word.names import STRICT

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLAIN = Format("")
_RAISED = {"superscript": "sup", "subscript": "sub"}


def x(name) -> str:
    return f"{{{MAIN}}}{name}"


@dataclass(frozen=True)
class Piece:
    """Words that stand as high as each other; `tag` is sup, sub or nothing."""

    text: str
    tag: str = ""


@dataclass(frozen=True)
class Sheet:
    name: str
    part: str  # its member of the zip
    is_hidden: bool


class Book(Package):
    USUAL_NAME = "xl/workbook.xml"

    def __init__(self, file):
        super().__init__(file)
        self.main = self.part(self.main_name)
        if self.main.tag != x("workbook"):
            raise Broken("no_document", self.main.tag)

    @cached_property
    def sheets(self) -> list[Sheet]:
        """Those with cells; a sheet that is one chart has none."""
        found = []
        for one in self.main.iterfind(f"{x('sheets')}/{x('sheet')}"):
            relation = self.relations().get(one.get(RELATION, ""))
            if relation is not None and relation.kind == "worksheet" and self.has(relation.target):
                name = " ".join((one.get("name") or "").split())[:200]
                found.append(Sheet(name, relation.target, one.get("state", "visible") != "visible"))
        return found

    @cached_property
    def counts_from_1904(self) -> bool:
        properties = self.main.find(x("workbookPr"))
        return properties is not None and properties.get("date1904") in ("1", "true")

    @cached_property
    def strings(self) -> list[tuple[Piece, ...]]:
        tree = self._related("sharedStrings")
        return [] if tree is None else [pieces_of(one) for one in tree.iterchildren(x("si"))]

    @cached_property
    def formats(self) -> list[Format]:
        """By the number that a cell names."""
        tree = self._related("styles")
        if tree is None:
            return []
        own = {one.get("numFmtId"): one.get("formatCode", "") for one in tree.iter(x("numFmt"))}
        codes = [one.get("numFmtId", "0") for one in tree.iterfind(f"{x('cellXfs')}/{x('xf')}")]
        made = {number: Format(own.get(number, BUILT_IN.get(number, ""))) for number in set(codes)}
        return [made[number] for number in codes]

    def shown(self, value, style) -> str:
        """A number as this style of cell shows it."""
        form = self.formats[style] if 0 <= style < len(self.formats) else _PLAIN
        return form.show(value, self.counts_from_1904)

    def _raw(self, part) -> bytes:
        """Unpacked, and named as Transitional files name things."""
        if self._names[part.lower()].file_size > MOST_BYTES_OF_A_PART:
            raise Broken("too_large", part)
        content = self.read(part)
        if STRICT.encode() not in content[:4096]:
            return content
        return re.sub(rf'"{STRICT}(\w+)/'.encode(), rb'"http://schemas.openxmlformats.org/\1/2006/', content)

    def elements(self, part, *names):
        """Elements of these names as they end, each forgotten afterwards: a sheet may have a million rows."""
        reading = etree.iterparse(
            BytesIO(self._raw(part)),
            events=("end",),
            tag=tuple(map(x, names)),
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for _event, element in reading:
                if element.getroottree().docinfo.doctype:
                    raise Broken("doctype", part)
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            code = "too_deep" if "depth" in str(error) else "not_xml"
            raise Broken(code, f"{part}: {error}"[:300]) from error


def pieces_of(element) -> tuple[Piece, ...]:
    """Words of a string; how they sound is not among them."""
    found = []
    for one in element:
        if one.tag == x("t"):
            found.append(Piece(one.text or ""))
        elif one.tag == x("r"):
            raised = one.find(f"{x('rPr')}/{x('vertAlign')}")
            tag = "" if raised is None else _RAISED.get(raised.get("val"), "")
            found.append(Piece("".join(words.text or "" for words in one.iterchildren(x("t"))), tag))
    return tuple(found)

"""Real footnotes: at the foot of the page, counted by Word, with the numbers of the page."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from content.convert.out.word.xml import el

MARK = "footnotereference"  # ids of our styles, as python-docx makes them of their names
TEXT = "footnotetext"


class Notes:
    def __init__(self, document, text):
        """Takes the notes out of the text: {anchor: element}."""
        self._document = document
        self._texts, self._used, self._counted = {}, set(), 0
        for block in text.xpath(".//div[@class='footnote']"):
            self._texts.update({item.get("id"): item for item in block.iter("li")})
            block.drop_tree()
        self.part = None

    def has(self, anchor):
        return anchor in self._texts and anchor not in self._used

    def mark(self, anchor, said, write):
        """The run that refers to a note; `write(place, element, first_runs)` writes its text. Each note once."""
        if self.part is None:
            self._begin()
        self._used.add(anchor)
        number, own = len(self._used), None
        if said == str(self._counted + 1):
            self._counted += 1
        else:
            own = el("t", text=said)
        note = el("footnote", id=number)
        self._root.append(note)
        sign = el("t", text=said) if own is not None else el("footnoteRef")
        write(note, self._texts[anchor], [_superscript(sign), el("r", el("t", text=" "))])
        reference = el("footnoteReference", id=number, **({"customMarkFollows": 1} if own is not None else {}))
        return _superscript(reference, own)

    def end(self):
        """Once all is written."""
        if self.part is not None:
            self.part._blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _begin(self):
        self._root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            self._root.append(el("footnote", el("p", el("r", el(kind))), type=kind, id=number))
        package = self._document.part.package
        self.part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, b"", package)
        self._document.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)
        separators = el("footnotePr", el("footnote", id=-1), el("footnote", id=0))
        settings = self._document.settings.element
        after = settings.find(qn("w:compat"))
        after.addprevious(separators) if after is not None else settings.append(separators)


def _superscript(*children):
    return el("r", el("rPr", el("rStyle", val=MARK), el("vertAlign", val="superscript")), *children)

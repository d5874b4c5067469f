"""Word files written by hand, element by element, so that a test can make whatever Word or WPS could have made.

    made = Docx()
    made.style("Heading1", name="heading 1", outline=0)
    number = made.numbering(Level("chineseCountingThousand", "第%1条"))
    made.paragraph("为加强管理，制定本制度。", number=(number, 0))
    made.table(["岗位", "职责"], ["护士", Cell("核对", span=2)])
    made.save(path)            # or made.open(): the same as an open file

Text may be given wherever a piece (pieces.py, shapes.py) may.
"""

from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from tests.content.convert.corpus import package
from tests.content.convert.corpus.pieces import Xml, as_xml, commented, footnote_reference, run_properties


@dataclass
class Level:
    """One level of a list: w:lvl."""

    format: str = "decimal"
    text: str = "%1."
    start: int | None = 1
    restart: int | None = None
    suffix: str = ""
    style: str = ""
    is_legal: bool = False
    extra: str = ""

    def xml(self, level):
        inner = "" if self.start is None else f'<w:start w:val="{self.start}"/>'
        inner += f'<w:numFmt w:val="{self.format}"/>'
        inner += "" if self.restart is None else f'<w:lvlRestart w:val="{self.restart}"/>'
        inner += f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        inner += "<w:isLgl/>" if self.is_legal else ""
        inner += f'<w:suff w:val="{self.suffix}"/>' if self.suffix else ""
        inner += f'<w:lvlText w:val={quoteattr(self.text)}/><w:lvlJc w:val="left"/>{self.extra}'
        return f'<w:lvl w:ilvl="{level}">{inner}</w:lvl>'


@dataclass
class Cell:
    """A cell of a table; `merge` is "restart" or "continue" where it spans rows. Blocks are text or markup."""

    content: object = ""
    span: int = 1
    merge: str = ""
    extra: str = ""

    def xml(self):
        inner = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        inner += f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        blocks = self.content if isinstance(self.content, (list, tuple)) else [self.content]
        return f"<w:tc><w:tcPr>{inner}{self.extra}</w:tcPr>{''.join(map(block_xml, blocks))}</w:tc>"


@dataclass
class Row:
    """A row with properties of its own: `extra` stands in w:trPr."""

    cells: list
    extra: str = ""
    header: bool = False


def paragraph_xml(
    *pieces, style=None, number=None, align=None, outline=None, mark="", indent=None, extra="", section=""
) -> Xml:
    """w:p. `number` is (numId, ilvl), each of which may be None; `mark` is markup about the paragraph mark."""
    given = [
        style and f'<w:pStyle w:val="{style}"/>',
        number and _number_xml(*number),
        indent and f'<w:ind w:firstLine="{indent}"/>',
        align and f'<w:jc w:val="{align}"/>',
        outline is not None and f'<w:outlineLvl w:val="{outline}"/>',
        mark and f"<w:rPr>{mark}</w:rPr>",
        extra,
        section,
    ]
    inner = "".join(filter(None, given))
    return Xml(f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{as_xml(*pieces)}</w:p>")


def _number_xml(number, level):
    inner = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    inner += "" if number is None else f'<w:numId w:val="{number}"/>'
    return f"<w:numPr>{inner}</w:numPr>"


def table_xml(*rows, style=None) -> Xml:
    """w:tbl. A row is a list of cells or a Row; a cell is text, markup or a Cell."""
    properties = f'<w:tblPr>{f"<w:tblStyle w:val={quoteattr(style)}/>" if style else ""}<w:tblW w:w="0"/></w:tblPr>'
    return Xml(f"<w:tbl>{properties}<w:tblGrid/>{''.join(map(_row_xml, rows))}</w:tbl>")


def _row_xml(row):
    row = row if isinstance(row, Row) else Row(list(row))
    cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row.cells]
    inner = ("<w:tblHeader/>" if row.header else "") + row.extra
    return f"<w:tr>{f'<w:trPr>{inner}</w:trPr>' if inner else ''}{''.join(cell.xml() for cell in cells)}</w:tr>"


def block_xml(block) -> str:
    """Markup of a block stays; text and pieces of a paragraph become one."""
    if isinstance(block, Xml) and block.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")):
        return block
    return paragraph_xml(block)


@dataclass
class Docx:
    """One file in the making. `strict` writes it in the namespaces of ISO 29500 Strict."""

    strict: bool = False
    with_styles: bool = True
    body: list = field(default_factory=list)
    section: str = '<w:pgSz w:w="11906" w:h="16838"/>'

    def __post_init__(self):
        self.parts, self.relations, self.types = {}, [], {}
        self.styles, self.abstracts, self.numbers = [], [], []
        self.footnotes, self.endnotes, self.comments = [], [], []
        self.titles = {}
        self._numbers, self._relations, self._abstracts, self._notes = count(1), count(1), count(1), count(1)
        if self.with_styles:
            self.style("a", name="Normal", default=True)

    # Blocks.
    def paragraph(self, *pieces, **properties):
        self.body.append(paragraph_xml(*pieces, **properties))
        return self

    def paragraphs(self, *texts, **properties):
        for text in texts:
            self.paragraph(text, **properties)
        return self

    def table(self, *rows, **how):
        self.body.append(table_xml(*rows, **how))
        return self

    def raw(self, xml):
        self.body.append(Xml(xml))
        return self

    # What paragraphs refer to.
    def style(
        self, id, *, name=None, based_on=None, outline=None, number=None, kind="paragraph", default=False, extra="",
        **looks,
    ):  # fmt: skip
        """`number` is (numId, ilvl) as for a paragraph; looks are those of runs."""
        inner = f'<w:name w:val="{name or id}"/>' + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        own = _number_xml(*number) if number else ""
        own += extra + ("" if outline is None else f'<w:outlineLvl w:val="{outline}"/>')
        inner += f"<w:pPr>{own}</w:pPr>" if own else ""
        first = ' w:default="1"' if default else ""
        self.styles.append(
            f'<w:style w:type="{kind}"{first} w:styleId="{id}">{inner}{run_properties(**looks)}</w:style>'
        )
        return id

    def numbering(self, *levels, style_link="", numbering_style="") -> int:
        """A new list with a number that uses it.

        `style_link` makes it the list of that style, `numbering_style` only points at such a list (17.9.27, 17.9.21).
        """
        return self.number(self.abstract(*levels, style_link=style_link, numbering_style=numbering_style))

    def abstract(self, *levels, style_link="", numbering_style="") -> int:
        its_id = next(self._abstracts)
        inner = f'<w:styleLink w:val="{style_link}"/>' if style_link else ""
        inner += f'<w:numStyleLink w:val="{numbering_style}"/>' if numbering_style else ""
        inner += "".join(level.xml(number) for number, level in enumerate(levels))
        self.abstracts.append(f'<w:abstractNum w:abstractNumId="{its_id}">{inner}</w:abstractNum>')
        return its_id

    def number(self, abstract, *, starts=None, levels=None) -> int:
        """Another number of a list: `starts` {level: startOverride}, `levels` {level: Level that replaces it}."""
        its_id, starts, levels = next(self._numbers), starts or {}, levels or {}
        inner = f'<w:abstractNumId w:val="{abstract}"/>'
        for level in sorted({*starts, *levels}):
            own = f'<w:startOverride w:val="{starts[level]}"/>' if level in starts else ""
            own += levels[level].xml(level) if level in levels else ""
            inner += f'<w:lvlOverride w:ilvl="{level}">{own}</w:lvlOverride>'
        self.numbers.append(f'<w:num w:numId="{its_id}">{inner}</w:num>')
        return its_id

    def footnote(self, *pieces, kind="footnote"):
        """A reference to a new note: `made.paragraph("输血", made.footnote("见输血科"))`."""
        number = next(self._notes)
        notes = self.footnotes if kind == "footnote" else self.endnotes
        notes.append(f'<w:{kind} w:id="{number}">{paragraph_xml(*pieces)}</w:{kind}>')
        return footnote_reference(number, kind)

    def endnote(self, *pieces):
        return self.footnote(*pieces, kind="endnote")

    def comment(self, text, *pieces, author="周雅宁"):
        """The pieces with a comment about them."""
        number = next(self._notes)
        about = f'w:id="{number}" w:author={quoteattr(author)} w:date="2026-01-05T08:00:00Z" w:initials="Z"'
        self.comments.append(f"<w:comment {about}>{paragraph_xml(text)}</w:comment>")
        return commented(number, *pieces)

    def header(self, *blocks, kind="header", which="default"):
        name = f"{kind}{len(self.parts) + 1}.xml"
        tag = "hdr" if kind == "header" else "ftr"
        self.part(
            f"word/{name}", package.root(f"w:{tag}", "".join(map(block_xml, blocks))), f"{package.WORD}.{kind}+xml"
        )
        relation = self.relation(kind, name)
        self.section = f'<w:{kind}Reference w:type="{which}" r:id="{relation}"/>{self.section}'
        return self

    def footer(self, *blocks, **how):
        return self.header(*blocks, kind="footer", **how)

    def media(self, content, extension="png", name=None) -> str:
        """The id by which shapes.py's pictures name it."""
        name = name or f"media/image{len(self.parts) + 1}.{extension}"
        self.parts[f"word/{name}"] = content
        return self.relation("image", name)

    def relation(self, kind, target, *, external=False) -> str:
        its_id = f"rId{next(self._relations)}"
        self.relations.append((its_id, kind, target, external))
        return its_id

    def part(self, name, content, content_type=""):
        self.parts[name] = content
        if content_type:
            self.types[f"/{name}"] = content_type
        return self

    def properties(self, **titles):
        """Core properties: title, creator, subject, description, created, modified."""
        self.titles.update(titles)
        return self

    # The file.
    def bytes(self) -> bytes:
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as box:
            for name, content in package.members(self):
                box.writestr(name, content)
        return made.getvalue()

    def open(self):
        return BytesIO(self.bytes())

    def save(self, path):
        with open(path, "wb") as file:
            file.write(self.bytes())
        return path

    def title_xml(self):
        return "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in package.titles(self.titles))

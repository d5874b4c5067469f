"""Office files of every kind, and ones that refer to what lies elsewhere."""

import zipfile
from io import BytesIO

from openpyxl import Workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Cm

from tests.content.convert.corpus import pieces
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.images import png

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    **{name: f"{ODF}:{name}:1.0" for name in ("office", "text", "table", "drawing", "style")},
    "svg": f"{ODF}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def docx(*texts):
    made = Docx()
    made.paragraphs(*texts or ("第一条 查对制度",))
    return made.bytes()


def docx_calling(address):
    """A linked picture, fields that take in text and pictures, a linked object, a part, a template from elsewhere."""
    made = Docx()
    made.paragraph("正文", s.picture(made.relation("image", f"{address}picture.png", external=True), link="link"))
    made.paragraph(s.vml_picture(made.relation("image", f"{address}vml.png", external=True)))
    made.paragraph(pieces.field(f' INCLUDEPICTURE "{address}field.png" \\d ', "图"))
    made.paragraph(pieces.field(f' INCLUDETEXT "{address}text.docx" ', "旧文"))
    made.paragraph(pieces.field(f' LINK Excel.Sheet.8 "{address}link.xls" "" \\a ', "旧表"))
    made.raw(f'<w:altChunk r:id="{made.relation("aFChunk", f"{address}chunk.html", external=True)}"/>')
    made.relation("attachedTemplate", f"{address}template.dotm", external=True)
    ole = made.relation("oleObject", f"{address}object.docx", external=True)
    made.paragraph(pieces.run(content=_linked_object(ole)))
    return made.bytes()


def _linked_object(relation):
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="x1" style="width:20pt;height:20pt"/>'
    attributes = (
        f'Type="Link" ProgID="Word.Document.12" ShapeID="x1" DrawAspect="Content" r:id="{relation}" UpdateMode="Always"'
    )
    return f'<w:object>{shape}<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" {attributes}/></w:object>'


def odt(body):
    names = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items()).replace("xmlns:drawing", "xmlns:draw")
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f'<office:document-content {names} office:version="1.2">{inside}</office:document-content>'
    manifest = (
        f'<m:manifest xmlns:m="{ODF}:manifest:1.0"><m:file-entry m:full-path="/" '
        'm:media-type="application/vnd.oasis.opendocument.text"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as box:
        box.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        box.writestr("content.xml", content)
        box.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


def odt_calling(address):
    link = 'xlink:type="simple" xlink:actuate="onLoad" xlink:show="embed"'
    picture = f'<draw:image xlink:href="{address}picture.png" {link}/>'
    section = f'<text:section-source xlink:href="{address}section.odt" {link}/>'
    return odt(
        f'<text:p>正文<draw:frame svg:width="2cm" svg:height="2cm">{picture}</draw:frame></text:p>'
        f'<text:section text:name="a">{section}<text:p>旧文</text:p></text:section>'
    )


def rtf(*texts):
    body = "".join("".join(rf"\u{ord(character)}?" for character in text) + r"\par " for text in texts)
    return rf"{{\rtf1\ansi\uc1 {body}}}".encode("ascii")


def rtf_calling(address):
    template = f"{{\\*\\template {address}template.dot}}"
    field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}field.png" \\\\d}}{{\\fldrslt x}}}}'
    text = f'{{\\field{{\\*\\fldinst INCLUDETEXT "{address}text.doc"}}{{\\fldrslt y}}}}'
    return f"{{\\rtf1\\ansi {template}a {field} {text}\\par}}".encode("ascii")


def xlsx(*rows):
    book, made = Workbook(), BytesIO()
    for row in rows or (("药品", "数量"),):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def xlsx_calling(address):
    return xlsx(
        (f'=WEBSERVICE("{address}web")', f"='{address}[book.xlsx]Sheet1'!A1"),
        (f'=DDE("soffice","{address}dde.ods","A1")',),
    )


def pptx(*titles):
    show, made = Presentation(), BytesIO()
    for title in titles or ("培训",):
        show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = title
    show.save(made)
    return made.getvalue()


def pptx_calling(address):
    show, made = Presentation(), BytesIO()
    slide = show.slides.add_slide(show.slide_layouts[6])
    blip = slide.shapes.add_picture(BytesIO(png()), 0, 0, Cm(5)).element.find(".//" + qn("a:blip"))
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), slide.part.relate_to(f"{address}slide.png", f"{OFFICE}/image", is_external=True))
    show.save(made)
    return made.getvalue()

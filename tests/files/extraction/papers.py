"""Real documents, made on the spot, and some that mean harm."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pptx
from PIL import Image

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEN_OF_THE_LAST = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE l [<!ENTITY a0 "哈哈">{TEN_OF_THE_LAST}]>'


def saved(document):
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def word(*lines):
    """A Word file; (words, level) makes a heading."""
    document = docx.Document()
    for line in lines:
        document.add_heading(*line) if isinstance(line, tuple) else document.add_paragraph(line)
    return saved(document)


def word_of(body):
    """A Word file with this XML as its body."""
    return swapped(word("x"), "word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def workbook_of(rows, dimension="A1:XFD1048576"):
    """A workbook with this XML as the rows after its first, which says 药."""
    book = workbook(表=[["药"]])
    with ZipFile(BytesIO(book)) as box:
        sheet = box.read("xl/worksheets/sheet1.xml").decode()
    sheet = re.sub(r'<dimension ref="[^"]*" ?/>', f'<dimension ref="{dimension}"/>', sheet)
    return swapped(book, "xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", f"{rows}</sheetData>"))


def slides(*texts):
    """Each (title, body, what the speaker notes)."""
    show = pptx.Presentation()
    for title, body, notes in texts:
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, body
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    return saved(show)


def scan(pages=3):
    made, page = BytesIO(), Image.new("RGB", (400, 560), "ivory")
    page.save(made, "PDF", save_all=True, append_images=[page] * (pages - 1))
    return made.getvalue()


def with_password(pdf):
    """Says that it is encrypted, with a key that nobody has."""
    secret = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'00' * 32}>/U<{'11' * 32}>/P -4>>/ID[<{'22' * 16}><{'22' * 16}>]"
    return pdf.replace(b"trailer<<", b"trailer<<" + secret.encode())


def locked_office():
    """As Office writes a file with a password: a container of another kind around it."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def swapped(office, member, content):
    """The same box with another content for one of its members."""
    made = BytesIO()
    with ZipFile(BytesIO(office)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
        assert member in old.namelist()
    return made.getvalue()

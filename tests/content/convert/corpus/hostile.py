"""Files that nobody means well with, or that broke on the way: a few lines make each."""

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Cell, Docx, table_xml
from tests.content.convert.corpus.images import png
from tests.content.convert.corpus.package import DECLARATION, NAMESPACES

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE d [<!ENTITY e0 "哈哈哈">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'


def plain():
    return Docx().paragraph("各科室每月自查一次。")


def members(made) -> dict:
    with ZipFile(made.open()) as box:
        return {info.filename: box.read(info) for info in box.infolist()}


def packed(parts, packing=ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", packing) as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return made.getvalue()


def with_part(name, content, packing=ZIP_DEFLATED) -> bytes:
    return packed(members(plain()) | {name: content}, packing)


def _document(doctype="", inner="", declaration=DECLARATION):
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f"{declaration}{doctype}<w:document {declared}><w:body>{inner}</w:body></w:document>"


def _words(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def bomb():
    """A part of 200 MB in 200 kB."""
    return with_part("word/document.xml", _document(inner=_words("哈" + " " * 200_000_000)))


def endless():
    """A part of 41 MB, as it is."""
    return with_part("word/document.xml", _document(inner=_words(" " * 41 * 1024 * 1024)), ZIP_STORED)


def lying_bomb():
    """Says of a part of 64 MB that it has a hundred bytes."""
    content = with_part("word/document.xml", _document(inner=_words(" " * 64_000_000)))
    with ZipFile(BytesIO(content)) as box:
        size = box.getinfo("word/document.xml").file_size
    return content.replace(struct.pack("<I", size), struct.pack("<I", 100))


def laughs():
    return with_part("word/document.xml", _document(LAUGHS, _words("&e9;")))


def outside_entity():
    return with_part("word/document.xml", _document(OUTSIDE, _words("&e9;")))


def late_doctype():
    """Behind a comment that is longer than anybody looks."""
    return with_part("word/document.xml", _document(f"<!--{'x' * 100_000}-->{LAUGHS}", _words("&e9;")))


def wide_doctype():
    words = _document(LAUGHS, _words("&e9;"), '<?xml version="1.0" encoding="UTF-16"?>')
    return with_part("word/document.xml", words.encode("utf-16"))


def large_picture():
    """200 MB of it."""
    return with_part("word/media/image1.png", png() + b"\0" * 200_000_000, ZIP_DEFLATED)


def vast_picture():
    """3 kB that claim to be 30,000 × 30,000."""
    made = Docx()
    made.paragraph("各科室每月自查一次。", s.picture(made.media(png(30_000, 30_000)), alt="大图"))
    return made.bytes()


def long_table():
    made = Docx()
    rows = [[Cell("" if row % 2 else "甲", merge="continue" if row % 2 else "restart"), "乙"] for row in range(10_000)]
    return made.table(*rows).bytes()


def deep_tables(depth=300):
    inner = "底"
    for _level in range(depth):
        inner = table_xml([inner])
    return Docx().raw(inner).bytes()


def deep_controls():
    return Docx().raw("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000).bytes()


def upwards():
    return with_part("../../etc/cron.d/x", "x")


def absolute():
    return with_part("/etc/cron.d/x", "x")


def backslashes():
    return with_part("word\\..\\..\\x.xml", "<x/>")


def macros():
    return with_part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")


def locked_zip():
    content = bytearray(plain().bytes())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def strangely_packed():
    return packed(members(plain()), ZIP_BZIP2)


def many_members():
    return packed(members(plain()) | {f"word/x{number}.xml": "<x/>" for number in range(6_000)}, ZIP_STORED)


def cut_off():
    content = plain().bytes()
    return content[: len(content) // 2]


def broken_inside():
    """Its list is whole, what it lists is not."""
    content = bytearray(with_part("word/media/x.png", png()))
    at = content.find(b"word/document.xml") + 20
    content[at : at + 60] = b"\xff" * 60
    return bytes(content)


def not_xml():
    return with_part("word/document.xml", "<w:document><unclosed>")


def without_document():
    parts = members(plain())
    del parts["word/document.xml"]
    return packed(parts)


def ole(*names, size=0, head=b"") -> bytes:
    """Compound file of these streams [MS-CFB]; `head` is what the first begins with."""
    entry = b"".join(
        _entry(name, 5 if number == 0 else 2, 2, size) for number, name in enumerate(("Root Entry", *names))
    )
    directory = entry.ljust(512, b"\0")[:512]
    table = struct.pack("<III", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    return header.ljust(512, b"\xff") + table + directory + head.ljust(8192, b"\0")


def _entry(name, kind, sector, size):
    words = name.encode("utf-16-le") + b"\0\0"
    entry = words.ljust(64, b"\0") + struct.pack("<HBB", len(words), kind, 1) + struct.pack("<III", *[0xFFFFFFFF] * 3)
    return entry.ljust(116, b"\0") + struct.pack("<IQ", sector, size)


def word_97(locked=False):
    fib = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, 0x0100 if locked else 0)
    return ole("WordDocument", "1Table", size=4096, head=fib)


def locked_docx():
    return ole("EncryptionInfo", "EncryptedPackage")

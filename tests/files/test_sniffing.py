"""What a file is says its content; what it is called only helps where that is not enough."""

import codecs
import struct

import pytest

from files.errors import Refused
from files.sniffing import recognise
from files.types import TYPES
from tests.files.samples import HTML, MP4, PDF, SVG, box, picture, upload

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def type_of(name, content):
    return recognise(upload(name, content), name).extension


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.png", picture(), "png"),
        ("a.jpeg", picture(format="JPEG"), "jpg"),
        ("a.gif", picture(format="GIF"), "gif"),
        ("a.webp", picture(format="WEBP"), "webp"),
        ("a.bmp", picture(format="BMP"), "bmp"),
        ("a.tiff", picture(format="TIFF"), "tif"),
        ("a.avif", picture(format="AVIF"), "avif"),
        ("a.heic", picture((64, 64), format="HEIF"), "heic"),
        ("a.pdf", PDF, "pdf"),
        ("a.mp4", MP4, "mp4"),
        ("a.rtf", b"{\\rtf1 hello}", "rtf"),
        ("a.doc", COMPOUND, "doc"),
        ("a.et", COMPOUND, "et"),
        ("加密的.docx", COMPOUND, "docx"),
        ("a.docx", box("[Content_Types].xml", "word/document.xml"), "docx"),
        ("a.xlsx", box("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        ("a.pptx", box("ppt/presentation.xml"), "pptx"),
        ("a.docx", box("word/document.xml", "word/vbaProject.bin"), "docm"),
        ("a.xlsm", box("xl/workbook.xml", "xl/vbaProject.bin"), "xlsm"),
        ("a.ofd", box("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        ("a.zip", box("word/document.xml"), "zip"),
        ("a", box("word/document.xml"), "docx"),
        ("a.jar", box("META-INF/MANIFEST.MF"), "zip"),
        ("a.txt", "床旁交接".encode(), "txt"),
        ("a.txt", "床旁交接".encode("gb18030"), "txt"),
        ("a.txt", codecs.BOM_UTF16_LE + "床旁交接".encode("utf-16-le"), "txt"),
        ("a.csv", b"a,b\n1,2\n", "csv"),
        ("BMI.txt", b"BMI 18.5-23.9", "txt"),  # begins as bitmaps do
        ("MZ.txt", b"MZ is how programs begin", "txt"),
        ("run.bat", b"del *.*", "txt"),
        ("page.html", HTML, "html"),
        ("drawing.svg", SVG, "svg"),
    ],
)
def test_the_content_decides(name, content, expected):
    assert type_of(name, content) == expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("photo.png", picture(format="JPEG"), "jpg"),
        ("report.txt", PDF, "pdf"),
        ("page.html", picture(), "png"),
        ("picture.jpg", box("a"), "zip"),
        ("scan", PDF, "pdf"),
        ("noise.pdf", b"\xef\xbb\xbf\n" + PDF, "pdf"),
    ],
)
def test_a_wrong_name_is_put_right(name, content, expected):
    assert type_of(name, content) == expected


@pytest.mark.promise("P21")
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.pdf", "a.mp4", "a.docx", "a.zip", "a.bmp", "a.heic"])
@pytest.mark.parametrize(
    "content", [HTML, SVG, b"GIF89a/*====*/=1;alert(1)//", b"\n<html>", b"BM<script>alert(1)</script>"]
)
def test_text_is_never_taken_for_what_browsers_show(name, content):
    with pytest.raises(Refused, match="内容却是文字"):
        type_of(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.exe", b"MZ\x90\0\x03\0\0\0\x04" + b"\0" * 200),
        ("a.pdf", b"MZ\x90\0\x03\0\0\0\x04" + b"\0" * 200),
        ("a", b"\x7fELF\x02\x01\x01\0" + b"\0" * 200),
        ("a.png", bytes(range(256))),
        ("a.msi", COMPOUND),
        ("a.swf", b"CWS\x0a\0\0\0\0"),
        ("a.docx", box("nothing.txt")),
        ("a.docx", b"PK\x03\x04 and no more\0"),
        ("a.png", b"\0"),
    ],
)
def test_what_we_do_not_know_is_refused_in_words(name, content):
    with pytest.raises(Refused, match=r"不支持|打不开"):
        type_of(name, content)


def test_an_empty_file_is_refused():
    with pytest.raises(Refused, match="空"):
        type_of("a.txt", b"")


def test_a_character_cut_in_two_where_we_stop_reading_is_still_text():
    for filler in range(3):
        assert type_of("a.txt", b"a" * filler + "危急值".encode() * 2000) == "txt"


@pytest.mark.promise("P25")
def test_the_list_of_a_box_is_not_read_when_it_is_too_long():
    honest = box("word/document.xml")
    place = honest.rfind(b"PK\x05\x06")
    huge = honest[: place + 12] + struct.pack("<I", 500_000_000) + honest[place + 16 :]
    elsewhere = honest[:place] + b"PK\x06\x07" + b"\0" * 16 + honest[place:]

    for box_ in (huge, elsewhere):
        assert type_of("a.zip", box_) == "zip"
        with pytest.raises(Refused):
            type_of("a.docx", box_)


def test_only_what_browsers_show_harmlessly_is_shown_in_place():
    shown = {each.extension for each in TYPES.values() if each.is_inline}

    assert shown.isdisjoint({"html", "svg", "xml", "json", "csv", "zip", "docx", "doc", "rtf", "ics"})
    assert {TYPES[name].media_type for name in ("html", "svg", "xml", "json")} == {"application/octet-stream"}

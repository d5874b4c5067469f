"""What a file is, by itself; and files that nobody may open are refused before anything reads them."""

import time
from io import BytesIO
from zipfile import ZipFile

import pytest

from content.convert.guard import kind_of
from content.convert.refusing import CODES, Refused
from tests.content.convert.corpus import hostile
from tests.content.convert.corpus.images import png

pytestmark = pytest.mark.promise("W23")
HTML = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><p>制度</p></body></html>"


def kind(tmp_path, content, name="制度.docx"):
    path = tmp_path / "file"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return kind_of(path, name)


def with_main(main):
    parts = hostile.members(hostile.plain())
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace("wordprocessingml.document.main", main)
    return hostile.packed(parts)


def text_of_zip(**parts):
    made = BytesIO()
    with ZipFile(made, "w") as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (hostile.plain().bytes(), "制度.doc", "docx"),
        (hostile.plain().bytes(), "制度.wps", "docx"),
        (with_main("wordprocessingml.template.main"), "制度.dotx", "docx"),
        (with_main("spreadsheetml.sheet.main"), "表.docx", "xlsx"),
        (with_main("presentationml.presentation.main"), "课.docx", "pptx"),
        (text_of_zip(**{"制度/一.md": "# 一"}), "制度.docx", "zip"),
        (text_of_zip(mimetype="application/vnd.oasis.opendocument.text"), "制度.docx", "odt"),
        (hostile.word_97(), "制度.docx", "doc"),
        (hostile.word_97(), "制度.wps", "wps"),
        (hostile.ole("MatOST", "CONTENTS"), "制度.wps", "wps"),
        (hostile.ole("Workbook"), "表.doc", "xls"),
        (hostile.ole("PowerPoint Document"), "课.doc", "ppt"),
        ("{\\rtf1\\ansi 制度}", "制度.doc", "rtf"),
        (HTML, "制度.doc", "html"),
        (HTML.encode("utf-16"), "制度.html", "html"),
        ("<p>制度</p>", "制度.htm", "html"),
        ("# 制度\n\n<br>各科室", "制度.md", "markdown"),
        ("血压 < 90，各科室".encode("gb18030"), "制度.txt", "text"),
        ("制度" * 40_000, "制度", "text"),
        (("a" + "度" * 40_000).encode("gb18030"), "制度", "text"),
        (b"%PDF-1.7 ...", "制度.docx", "pdf"),
        (png(), "制度.docx", "picture"),
    ],
)
def test_a_wrong_extension_is_corrected(tmp_path, content, name, expected):
    assert kind(tmp_path, content, name) == expected


AT_ONCE = {
    "packed_too_well": [hostile.large_picture, hostile.bomb],
    "too_large": [hostile.endless],
    "doctype": [hostile.laughs, hostile.outside_entity, hostile.wide_doctype],
    "bad_name": [hostile.upwards, hostile.absolute, hostile.backslashes],
    "macros": [hostile.macros, lambda: with_main("ms-word.document.macroEnabled.main")],
    "encrypted": [hostile.locked_zip, hostile.locked_docx, lambda: hostile.word_97(locked=True)],
    "strange_packing": [hostile.strangely_packed],
    "members": [hostile.many_members],
    "cut_off": [hostile.cut_off, lambda: hostile.word_97()[:400]],
    "empty": [lambda: b"", lambda: b" \n"],
    "unknown": [lambda: b"MZ\x90", lambda: b"Rar!\x1a\x07", lambda: hostile.ole("Strange")],
    "old_xml": [lambda: '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'],
    "web_archive": [lambda: "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"],
    "not_text": [lambda: b"\x01\x02\0\x03", lambda: b"\x81\xff\xff\x81"],
}


@pytest.mark.parametrize(("code", "make"), [(code, make) for code, all in AT_ONCE.items() for make in all])
def test_refused_before_anything_reads_it(tmp_path, code, make):
    content = make()
    path = tmp_path / "file"
    path.write_bytes(content.encode() if isinstance(content, str) else content)

    began = time.process_time()
    with pytest.raises(Refused) as refused:
        kind_of(path, "制度.docx")

    assert refused.value.code == code in CODES
    assert time.process_time() - began < 3


def test_a_document_of_a_zip_without_types_is_a_zip(tmp_path):
    parts = hostile.members(hostile.plain())
    del parts["[Content_Types].xml"]
    assert kind(tmp_path, hostile.packed(parts)) == "zip"

"""The zip that a Word file is: its parts, what refers to what, and files that nobody can have meant."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from content.convert import package as parts
from content.convert.word import package
from content.convert.word.names import W
from content.convert.word.numbering import write_numbers
from content.convert.word.package import Box, Broken
from content.convert.word.preparation import prepare
from content.convert.word.report import Report
from tests.content.convert.corpus import package as written
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Cell, Docx, table_xml
from tests.content.convert.corpus.images import png
from tests.content.convert.corpus.numbers import LAW
from tests.content.convert.reading import lines_of

pytestmark = pytest.mark.promise("W23")


def changed(made, **members):
    """The file with some members replaced; None leaves one out."""
    out = BytesIO()
    with ZipFile(made.open()) as box, ZipFile(out, "w", ZIP_DEFLATED) as other:
        for name in box.namelist():
            if name not in members:
                other.writestr(name, box.read(name))
        for name, content in members.items():
            if content is not None:
                other.writestr(name, content)
    out.seek(0)
    return out


def code_of(file):
    with pytest.raises(Broken) as broken:
        box = Box(file)
        prepare(box, Report())
        box.save()
    return broken.value.code


def test_the_parts_of_a_file():
    made = Docx().properties(title="查对制度", creator="护理部").header("文件编号").footer("第 1 页")
    made.numbering(*LAW)
    picture = made.media(png())
    made.paragraph("甲", made.footnote("脚"), made.endnote("尾"), made.comment("批", "注"))
    box = Box(made.open())

    assert lines_of(box.body) == ["甲注"]
    assert lines_of(box.footnotes)[-1] == "脚"
    assert lines_of(box.endnotes)[-1] == "尾"
    assert lines_of(box.comments) == ["批"]
    assert [lines_of(one) for one in box.headers] == [["文件编号"]]
    assert [lines_of(one) for one in box.footers] == [["第 1 页"]]
    assert box.styles.tag == f"{{{W}}}styles"
    assert box.numbering.tag == f"{{{W}}}numbering"
    assert box.core == {"title": "查对制度", "creator": "护理部"}
    assert box.media == ["word/media/image3.png"]
    assert box.relations()[picture].target == "word/media/image3.png"
    assert box.read(box.relations()[picture].target) == png()
    assert box.content_type("word/media/image3.png") == "image/png"
    assert box.content_type("word/document.xml").endswith("document.main+xml")
    assert box.name_of(box.headers[0]) == "word/header1.xml"


def test_a_bare_file_has_no_other_parts():
    box = Box(Docx(with_styles=False).paragraph("甲").open())

    assert (box.styles, box.numbering, box.footnotes, box.comments) == (None,) * 4
    assert (box.headers, box.footers, box.core, box.media) == ([], [], {}, [])


def test_the_text_is_found_by_its_relation():
    made = Docx().paragraph("甲")
    with ZipFile(made.open()) as box:
        main, relations = box.read("word/document.xml"), box.read("_rels/.rels").decode()
    moved = relations.replace("word/document.xml", "/Word/document22.xml")
    file = changed(made, **{"word/document.xml": None, "word/document22.xml": main, "_rels/.rels": moved})

    assert lines_of(Box(file).body) == ["甲"]


def test_what_was_changed_is_written_and_the_rest_stays():
    made = Docx()
    made.media(png())
    box = Box(made.paragraph("甲").open())
    next(box.main.iter(f"{{{W}}}t")).text = "乙"
    again = Box(box.save())

    assert lines_of(again.body) == ["乙"]
    assert again.read("word/media/image1.png") == png()
    assert lines_of(Box(box.save(BytesIO())).body) == ["乙"]


def test_saved_files_open_in_other_programs():
    import docx
    import mammoth

    made = Docx(strict=True)
    law = made.numbering(*LAW)
    made.paragraph("总则", number=(law, 0)).table([Cell("甲", span=2)]).paragraph("乙", made.footnote("注"))
    box = Box(made.open())
    prepare(box, Report())
    write_numbers(box)
    saved = box.save()

    assert [one.text for one in docx.Document(saved).paragraphs] == ["第一章 总则", "乙"]
    html = mammoth.convert_to_html(saved)
    assert html.value.startswith('<p>第一章 总则</p><table><tr><td colspan="2"><p>甲</p></td></tr></table><p>乙<sup>')
    assert html.messages == []


def test_a_strict_file_is_saved_as_what_all_programs_read():
    made = Docx(strict=True).header("文件编号").properties(title="甲")
    made.numbering(*LAW)
    with ZipFile(Box(made.paragraph("甲", made.footnote("注")).open()).save()) as box:
        assert [name for name in box.namelist() if b"purl.oclc.org" in box.read(name)] == []


@pytest.mark.parametrize("kind", ("extended-properties", "extendedProperties"))
def test_what_the_program_counted(kind):
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    made = Docx().part("docProps/app.xml", f'<Properties xmlns="{uri}"><Pages>26</Pages></Properties>')
    with ZipFile(made.open()) as box:
        relation = f'<Relationship Id="rId8" Type="{written.OFFICE}/{kind}" Target="docProps/app.xml"/>'
        relations = box.read("_rels/.rels").decode().replace("</Relationships>", f"{relation}</Relationships>")

    assert Box(changed(made, **{"_rels/.rels": relations})).statistics == {"Pages": "26"}


@pytest.mark.parametrize(
    ("content", "code"),
    (
        (b"", "not_zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not_zip"),
        (b"<html><p>x</p></html>", "not_zip"),
        (Docx().paragraph("甲").bytes()[:300], "not_zip"),
    ),
)
def test_what_is_no_zip(content, code):
    assert code_of(BytesIO(content)) == code


def test_a_zip_without_a_text():
    out = BytesIO()
    with ZipFile(out, "w") as box:
        box.writestr("hello.txt", "x")

    assert code_of(out) == "no_document"
    assert code_of(changed(Docx(), **{"word/document.xml": "<x/>"})) == "no_document"


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", (LAUGHS, OUTSIDE))
@pytest.mark.parametrize("part", ("word/document.xml", "word/styles.xml", "_rels/.rels"))
def test_no_file_declares_its_own_xml(declared, part):
    made = Docx().paragraph("甲")
    with ZipFile(made.open()) as box:
        text = box.read(part).decode().replace(written.DECLARATION, "")

    assert code_of(changed(made, **{part: declared + text})) == "doctype"


def test_xml_that_breaks_off():
    assert code_of(changed(Docx().paragraph("甲"), **{"word/document.xml": "<w:document"})) == "not_xml"


def test_a_member_that_was_damaged():
    whole = bytearray(Docx().paragraph("甲" * 5000).bytes())
    start = whole.index(b"word/document.xml") + 60
    whole[start : start + 40] = bytes(40)

    assert code_of(BytesIO(bytes(whole))) in ("cut_off", "not_xml")


def test_tables_deeper_than_anybody_reads():
    def nested(depth):
        made = table_xml(["甲"])
        for _level in range(depth - 1):
            made = table_xml([Cell([made, p.Xml("<w:p></w:p>")])])
        return Docx().raw(made).open()

    assert lines_of(Box(nested(package.DEEPEST_TABLE)).body)[0] == "甲"
    assert code_of(nested(package.DEEPEST_TABLE + 1)) == "too_deep"
    assert code_of(nested(300)) == "too_deep"


def test_more_than_anybody_reads(monkeypatch):
    monkeypatch.setattr(package, "MOST_PARAGRAPHS", 10)
    monkeypatch.setattr(package, "MOST_CELLS", 5)
    monkeypatch.setattr(package, "MOST_ROWS", 3)
    monkeypatch.setattr(parts, "MOST_BYTES_OF_A_PART", 200_000)
    monkeypatch.setattr(parts, "MOST_MEMBERS", 20)
    monkeypatch.setattr(parts, "MOST_TAGS", 1000)
    made = Docx()
    for number in range(30):
        made.part(f"word/x{number}", b"")

    assert code_of(Docx().paragraphs(*["甲"] * 11).open()) == "too_many_paragraphs"
    assert code_of(Docx().table([""] * 6).open()) == "too_many_cells"
    assert code_of(Docx().table([""], [""], [""], [""]).open()) == "too_many_rows"
    assert code_of(Docx().paragraph("甲" * 200_000).open()) == "too_large"
    assert code_of(Docx().raw("<w:x/>" * 1000).open()) == "too_large"
    assert code_of(made.open()) == "members"


def test_a_bomb_is_not_unpacked():
    bomb = changed(Docx(), **{"word/document.xml": b"<w:p/>" * (30 * 1024 * 1024)})

    started = time.process_time()
    assert code_of(bomb) == "too_large"
    assert time.process_time() - started < 3


def long_file():
    """26 pages: 520 paragraphs of a regulation, ten tables, some notes and changes."""
    made = Docx()
    law = made.numbering(*LAW)
    for number in range(520):
        changes = (p.deleted("应"), p.inserted("应当")) if number % 40 == 0 else ()
        made.paragraph("各科室", p.bold("应当"), "按照规定执行，并做好记录。" * 3, *changes, number=(law, number % 4))
        if number % 52 == 0:
            made.table(*[[f"{row}", "职责", "频次", "记录"] for row in range(12)])
    return made


def test_a_long_file_takes_a_moment():
    file = long_file().bytes()

    started = time.process_time()
    box = Box(BytesIO(file))
    prepare(box, Report())
    assert len(write_numbers(box)) == 520
    assert time.process_time() - started < 3  # 0.03 s on a quiet machine

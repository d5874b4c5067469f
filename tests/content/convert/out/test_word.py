"""A page as Word: headings, lists, tables, notes and pictures are what Word and WPS call them, not drawings of them."""

import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from content.convert.out.word.tables import MOST_COLUMNS
from tests.content.convert.out.conftest import live

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W25")]


@pytest.fixture
def opened(cast, page, drawn):
    return Document(drawn(cast.lin_xiaoman, page, "docx"))


@pytest.fixture
def word_of(cast, space, drawn):
    """Any text as a Word file."""

    def word_of(body):
        return Document(drawn(cast.zhou_yaning, live(space, cast.zhou_yaning, "一页", body), "docx"))

    return word_of


def words_of(element):
    """All of it, links included, with (^…) around what stands high and (_…) around what stands low."""
    said = []
    for run in element.iter(qn("w:r")):
        words = "".join(text.text or "" for text in run.iter(qn("w:t")))
        place = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
        sign = {"superscript": "^", "subscript": "_"}.get(place.get(qn("w:val"))) if place is not None else None
        said.append(f"({sign}{words})" if sign and words else words)
    return "".join(said)


def lines_of(document):
    return [words_of(paragraph._p) for paragraph in document.paragraphs]


def part(document, name):
    return next(each for each in document.part.package.iter_parts() if str(each.partname) == f"/word/{name}.xml")


def test_headings_are_headings(opened):
    headings = [(each.style.name, each.text) for each in opened.paragraphs if each.style.name.startswith("Heading")]

    assert headings == [
        ("Heading 1", "第一章　总则"),
        ("Heading 2", "依据"),
        ("Heading 1", "第二章　表"),
        ("Heading 1", "第三章　图"),
    ]


def test_the_cover_and_every_sheet_say_what_it_is(opened):
    lines = lines_of(opened)
    facts = {row.cells[0].text: row.cells[1].text for row in opened.tables[0].rows}

    assert " 受控 " in lines[0]
    assert opened.paragraphs[2].style.name == "Title"
    assert lines[2] == "抢救车管理制度"
    assert (facts["文件编号"], facts["版本"], facts["维护人"]) == ("QY-18", "第 1 版", "周雅宁")
    section = opened.sections[0]
    assert section.header.paragraphs[0].text == "抢救车管理制度\tQY-18　第 1 版　受控"
    foot = etree.tostring(section.footer._element, encoding="unicode")
    assert " PAGE " in foot
    assert " NUMPAGES " in foot
    assert words_of(section.footer.paragraphs[0]._p) == "第 1 页 共 1 页"
    assert "以系统中的现行版本为准" in section.footer.paragraphs[1].text


def test_the_contents_are_a_field_whose_lines_lead_to_the_headings(opened):
    entries = [each for each in opened.paragraphs if each.style.name.startswith("toc")]
    marks = {each.get(qn("w:name")) for each in opened.element.body.iter(qn("w:bookmarkStart"))}

    assert [(each.style.name, words_of(each._p)) for each in entries] == [
        ("toc 1", "第一章 总则"),
        ("toc 2", "依据"),
        ("toc 1", "第二章 表"),
        ("toc 1", "第三章 图"),
    ]
    assert {each._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for each in entries} <= marks
    assert 'TOC \\o "1-3"' in entries[0]._p.xml
    kinds = [each.get(qn("w:fldCharType")) for each in opened.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 5


def test_every_paragraph_of_the_page_is_there(cast, page, opened):
    words = words_of(opened.element.body) + words_of(etree.fromstring(part(opened, "footnotes").blob))
    said = "".join(words.replace("(^", "").replace("(_", "").replace(")", "").split())

    lines = ["".join(line.split()) for line in page.rendering.text.splitlines()]
    missing = [line for line in lines if line and line not in said]
    assert missing == ["流程图"]  # the picture stands there
    assert 'descr="流程图"' in opened.element.xml


def test_high_and_low_signs_stay_high_and_low(opened):
    line = next(line for line in lines_of(opened) if line.startswith("第一条"))

    assert line == "第一条　血小板计数以 10(^9)/L 计，含水写 H(_2)O。 药名“𠮷㐂散”照写。"


def test_lists_count_as_on_the_page_and_typed_numbers_stay_words(opened):
    numbering = opened.part.numbering_part.element
    starts, places = {}, {}
    for each in opened.paragraphs:
        number = each._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if number is not None:
            own = number.find(qn("w:numId")).get(qn("w:val"))
            level = number.find(qn("w:ilvl")).get(qn("w:val"))
            places[each.text] = (own, level)
            found = numbering.xpath(f"//w:num[@w:numId='{own}']/w:lvlOverride/w:startOverride/@w:val")
            starts[each.text] = found[0]

    assert starts == {"甲": "3", "乙": "1", "丙": "3"}
    assert places["甲"] == places["丙"]
    assert (places["甲"][1], places["乙"][1]) == ("0", "1")
    lines = lines_of(opened)
    assert {"1. 手写的编号", "☐ 待做", "☑ 做完"} <= set(lines)


def test_each_list_begins_anew(word_of):
    document = word_of("1. 甲\n2. 乙\n\n中间\n\n1. 丙\n")

    lists = {
        each.text: each._p.xpath("w:pPr/w:numPr/w:numId/@w:val")
        for each in document.paragraphs
        if each.text in "甲乙丙"
    }
    assert lists["甲"] == lists["乙"] != lists["丙"]


def test_merged_cells_are_merged_and_heads_repeat(opened):
    _cover, long, merged = opened.tables

    assert len(long.rows) == 71
    assert long.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert long.rows[1]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None
    assert long.cell(1, 1)._tc.xpath("w:p/w:pPr/w:jc/@w:val") == ["right"]
    grid = [[(words_of(cell), cell.grid_span, cell.vMerge) for cell in row._tr.tc_lst] for row in merged.rows]
    assert grid == [
        [("合并的表头", 2, None), ("备注", 1, None)],
        [("甲", 1, "restart"), ("乙", 1, None), ("子", 1, None)],
        [("", 1, "continue"), ("丙", 1, None), ("丑", 1, None)],
    ]
    assert merged._tbl.tblPr.find(qn("w:tblBorders")) is not None


def test_a_table_in_a_table_and_odd_spans_still_open(word_of):
    document = word_of(
        '<table><tr><td rowspan="9" colspan="900">甲</td></tr><tr><td>乙<table><tr><td>内</td></tr></table></td></tr>'
        "<tr></tr></table>"
    )

    outer = document.tables[1]
    assert "内" in words_of(outer._tbl)
    for row in outer._tbl.tr_lst:
        assert sum(cell.grid_span for cell in row.tc_lst) <= MOST_COLUMNS
        assert all(cell[-1].tag == qn("w:p") for cell in row.tc_lst)


def test_footnotes_are_footnotes_also_in_a_cell(opened):
    notes = part(opened, "footnotes")
    root = etree.fromstring(notes.blob)
    texts = {each.get(qn("w:id")): words_of(each).strip() for each in root if each.get(qn("w:type")) is None}
    references = list(opened.element.body.iter(qn("w:footnoteReference")))

    assert texts == {"1": "注一的话。", "2": "注二的话。"}
    assert [each.get(qn("w:id")) for each in references] == ["1", "2"]
    assert any(up.tag == qn("w:tc") for up in references[1].iterancestors())
    assert "注一的话" not in words_of(opened.element.body)


def test_a_note_named_twice_has_its_number_twice(word_of):
    document = word_of("甲[^1]，乙[^1]。\n\n[^1]: 同一条注\n")

    assert len(list(document.element.body.iter(qn("w:footnoteReference")))) == 1
    assert "甲，乙(^1)。" in lines_of(document)


def test_pictures_are_those_this_reader_may_see_and_fit_the_sheet(opened):
    pictures = opened.inline_shapes

    assert len(pictures) == 1
    assert pictures[0].width.cm == pytest.approx(16.6, abs=0.1)
    assert pictures[0].width / pictures[0].height == pytest.approx(3, abs=0.05)
    assert "图一 流程" in lines_of(opened)
    assert "别家的图" in lines_of(opened)


def test_links_lead_where_the_reader_may_go(opened):
    targets = [each.target_ref for each in opened.part.rels.values() if each.is_external]

    assert all(target.startswith("http://127.0.0.1:8000/") for target in targets)
    assert len(targets) == 3  # a page, a person, a file; the page one may not see is words
    assert "不给看的" in words_of(opened.element.body)


def test_chinese_is_in_the_fonts_every_hospital_has(opened):
    styles = opened.styles
    names = {name: styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Normal", "Heading 1", "Title")}

    assert names == {"Normal": "SimSun", "Heading 1": "SimHei", "Title": "SimHei"}
    assert not styles["Heading 1"].element.xpath("w:rPr/w:rFonts/@w:eastAsiaTheme")


def test_code_keeps_its_lines_and_blanks(opened):
    code = next(each for each in opened.paragraphs if "x  = 1" in each.text)

    assert code.text == "x  = 1\ny  = 2"


ORDER = ("pStyle", "keepNext", "numPr", "pBdr", "tabs", "spacing", "ind", "jc")


def test_what_word_would_refuse_is_not_in_it(cast, page, drawn):
    """Word is strict about order, ids and cells; nobody opens Word here, so the standard's own rules are asked."""
    path = drawn(cast.lin_xiaoman, page, "docx")
    document = Document(path)
    body = document.element.body

    for properties in body.iter(qn("w:pPr")):
        names = [etree.QName(each).localname for each in properties]
        assert names == sorted(names, key=ORDER.index)
    marks = [each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    assert body[-1].tag == qn("w:sectPr")
    with zipfile.ZipFile(path) as box:
        assert box.testzip() is None
        types = box.read("[Content_Types].xml").decode()
    assert "/word/footnotes.xml" in types

"""Tracked changes are accepted and told (ECMA-376 Part 1, 17.13.5)."""

import time

import pytest

from content.convert.word.names import TC, TR, w
from tests.content.convert.corpus import pieces
from tests.content.convert.corpus.docx import Cell, Docx, Row, paragraph_xml, table_xml
from tests.content.convert.reading import lines_of, losses, prepared, values

pytestmark = pytest.mark.promise("W23")


def lines(made):
    return lines_of(prepared(made)[0].main)


def test_inserted_words_stay_and_deleted_words_go():
    made = Docx().paragraph("护士", pieces.inserted("长"), "核对", pieces.deleted("两"), "三次")

    assert lines(made) == ["护士长核对三次"]
    assert losses(made) == [("deleted", "护士长核对三次", "两")]


def test_what_was_deleted_in_an_insertion_is_gone():
    made = Docx().paragraph("甲", pieces.change("ins", pieces.deleted("乙") + pieces.run("丙")))

    assert lines(made) == ["甲丙"]


def test_moved_words_stand_at_their_new_place_once():
    made = Docx().paragraph("一", pieces.moved_away("先洗手")).paragraph("二", pieces.moved_here("先洗手"))

    assert lines(made) == ["一", "二先洗手"]
    assert losses(made) == [("moved", "一", "先洗手")]


def test_a_moved_paragraph_leaves_no_empty_one():
    made = Docx()
    made.paragraph(pieces.moved_away("整段"), mark=pieces.MOVED_AWAY_MARK)
    made.paragraph("中间")
    made.paragraph(pieces.moved_here("整段"), mark=pieces.change("moveTo"))

    assert lines(made) == ["中间", "整段"]


def test_a_deleted_paragraph_is_gone():
    made = Docx().paragraph("甲").paragraph(pieces.deleted("作废"), mark=pieces.DELETED_MARK).paragraph("乙")

    assert lines(made) == ["甲", "乙"]
    assert losses(made) == [("deleted", "甲", "作废")]


def test_a_paragraph_whose_mark_was_deleted_joins_the_next_and_looks_like_it():
    made = Docx()
    made.style("1", name="heading 1")
    made.paragraph("第一条 ", style="1", mark=pieces.DELETED_MARK)
    made.paragraph("为加强", mark=pieces.DELETED_MARK)
    made.paragraph("管理。", style="1")
    box, _report = prepared(made)

    assert lines_of(box.main) == ["第一条 为加强管理。"]
    assert values(box, "pStyle") == ["1"]


def test_a_file_whose_marks_were_all_deleted():
    made = Docx()
    for number in range(5000):
        made.paragraph(str(number), mark=pieces.DELETED_MARK)
    started = time.monotonic()

    assert lines(made.paragraph("末")) == ["".join(map(str, range(5000))) + "末"]
    assert time.monotonic() - started < 5


def test_words_before_a_table_stay_their_own_paragraph():
    made = Docx().paragraph("表一", mark=pieces.DELETED_MARK).table(["甲"])

    assert lines(made) == ["表一", "甲"]


def test_a_new_paragraph_stays():
    made = Docx().paragraph(pieces.inserted("新增"), mark=pieces.INSERTED_MARK)

    assert lines(made) == ["新增"]
    assert losses(made) == []


def test_deleted_rows_go_and_new_rows_stay():
    made = Docx().table(
        ["甲", "乙"],
        Row([Cell(pieces.deleted("丙")), Cell(pieces.deleted("丁"))], extra=pieces.DELETED_MARK),
        Row(["戊", "己"], extra=pieces.INSERTED_MARK),
    )

    assert lines(made) == ["甲", "乙", "戊", "己"]
    assert [(what, sample) for what, _where, sample in losses(made)] == [("deleted", "丙丁")]


def test_a_table_whose_rows_were_all_deleted_is_gone():
    made = Docx().paragraph("前").table(Row(["甲"], extra=pieces.DELETED_MARK)).paragraph("后")

    assert lines(made) == ["前", "后"]


def test_deleted_cells_go():
    made = Docx().table([Cell("甲"), Cell("乙", extra=pieces.change("cellDel"))])
    box, _report = prepared(made)

    assert lines_of(box.main) == ["甲"]
    assert sum(1 for _one in box.main.iter(TC)) == 1


def test_cells_that_were_merged_are():
    merge = '<w:cellMerge w:id="1" w:author="周" w:vMerge="{}"/>'
    made = Docx().table([Cell("甲", extra=merge.format("rest"))], [Cell("", extra=merge.format("cont"))])
    box, _report = prepared(made)

    assert values(box, "vMerge") == ["restart", "continue"]


def test_a_cell_keeps_one_paragraph():
    deleted = paragraph_xml(pieces.deleted("作废"), mark=pieces.DELETED_MARK)
    made = Docx().table([Cell([deleted]), Cell("乙")])
    box, _report = prepared(made)

    assert lines_of(box.main) == ["", "乙"]


def test_earlier_looks_are_forgotten():
    before = pieces.change("rPrChange", "<w:rPr><w:b/></w:rPr>")
    made = Docx().paragraph(pieces.run("甲", italic=True, extra=before), extra=pieces.change("pPrChange", "<w:pPr/>"))
    box, _report = prepared(made)

    assert [box.main.find(f".//{w(name)}") for name in ("rPrChange", "pPrChange", "b")] == [None] * 3
    assert box.main.find(f".//{w('i')}") is not None


def test_a_place_others_link_to_outlives_its_deleted_paragraph():
    made = Docx()
    made.paragraph(pieces.bookmark("here", pieces.deleted("作废")), mark=pieces.DELETED_MARK).paragraph("乙")
    box, _report = prepared(made)

    assert [one.get(w("name")) for one in box.main.iter(w("bookmarkStart"))] == ["here"]


def test_changes_in_notes_are_accepted_too():
    made = Docx()
    made.paragraph("甲", made.footnote("见", pieces.deleted("旧"), pieces.inserted("新")))
    box, _report = prepared(made)

    assert lines_of(box.footnotes)[-1] == "见新"


def test_rows_of_a_nested_table_belong_to_it():
    inner = table_xml(Row(["丙"], extra=pieces.DELETED_MARK), ["丁"])
    box, _report = prepared(Docx().table([Cell(["甲", inner, paragraph_xml("")]), "乙"]))

    assert [line for line in lines_of(box.main) if line] == ["甲", "丁", "乙"]
    assert sum(1 for _one in box.main.iter(TR)) == 2

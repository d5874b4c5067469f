"""How numbers are written into the text, and what is counted at all."""

import pytest

from content.convert.word.names import VAL, P, w
from content.convert.word.numbering import write_numbers
from content.convert.word.package import Box
from tests.content.convert.corpus import pieces
from tests.content.convert.corpus.docx import Cell, Docx, Level, paragraph_xml, table_xml
from tests.content.convert.corpus.numbers import CHINESE, CLAUSE
from tests.content.convert.corpus.shapes import text_box
from tests.content.convert.reading import bold_first, counted, lines, numbered, numbers, values

pytestmark = pytest.mark.promise("W23")


@pytest.mark.parametrize(
    ("suffix", "text", "line"),
    (
        ("", "第%1条", "第一条 内容"),
        ("tab", "%1.", "一. 内容"),
        ("space", "第%1条", "第一条 内容"),
        ("space", "（%1）", "（一） 内容"),
        ("nothing", "第%1条", "第一条内容"),
        ("tab", "（%1）", "（一）内容"),
        ("", "%1、", "一、内容"),
    ),
)
def test_what_stands_between_number_and_words(suffix, text, line):
    made = Docx()
    number = made.numbering(Level("chineseCounting", text, suffix=suffix))

    assert lines(made.paragraph("内容", number=(number, 0))) == [line]


def test_words_that_begin_with_a_blank_get_no_other():
    made = Docx()
    number = made.numbering(Level("chineseCounting", "第%1条"))

    assert lines(made.paragraph("　为加强", number=(number, 0))) == ["第一条　为加强"]


def test_no_number_but_words_before_each():
    assert counted(Level("none", "注："), 2) == ["注：", "注："]
    assert counted(Level("none", "%1"), 2) == []
    assert counted(Level("decimal", ""), 2) == []


def test_document_order_goes_through_tables():
    made = Docx()
    number = made.numbering(Level(text="%1"))
    one = lambda text: paragraph_xml(text, number=(number, 0))
    inner = table_xml([Cell([one("丁")])])
    made.paragraph("甲", number=(number, 0))
    made.table([Cell([one("乙")]), Cell([one("丙"), inner, paragraph_xml("")])], [Cell([one("戊")])])
    made.paragraph("己", number=(number, 0))

    assert [line for line in lines(made) if line] == ["1 甲", "2 乙", "3 丙", "4 丁", "5 戊", "6 己"]


def test_what_is_written_twice_counts_once():
    made = Docx()
    number = made.numbering(Level(text="%1"))
    box = text_box(paragraph_xml("框中", number=(number, 0)))
    made.paragraph("甲", box, number=(number, 0)).paragraph("乙", number=(number, 0))

    assert numbers(made) == ["1", "2", "3"]


def test_deleted_articles_do_not_count():
    made = Docx()
    law = made.numbering(Level("chineseCountingThousand", "第%1条"))
    made.paragraph("甲", number=(law, 0))
    made.paragraph(pieces.deleted("作废"), number=(law, 0), mark=pieces.DELETED_MARK)
    made.paragraph(pieces.inserted("新增"), number=(law, 0), mark=pieces.INSERTED_MARK)
    made.paragraph("乙", number=(law, 0))

    assert lines(made) == ["第一条 甲", "第二条 新增", "第三条 乙"]


def test_a_changed_number_counts_as_it_is_now():
    made = Docx()
    old, new = made.numbering(CHINESE), made.numbering(Level(text="%1."))
    before = pieces.change("pPrChange", f'<w:pPr><w:numPr><w:numId w:val="{old}"/></w:numPr></w:pPr>')
    made.paragraph("甲", number=(new, 0), extra=before)

    assert numbers(made) == ["1."]


@pytest.mark.parametrize("sign", ("•", "", "\uf0b7", "\uf06c", "·", "-", "●", "➢", "o"))
def test_bullets_stay_lists(sign):
    made = Docx()
    number = made.numbering(Level("bullet", sign), Level("bullet", "o"))
    made.paragraph("甲", number=(number, 0)).paragraph("乙", number=(number, 1))
    box, written = numbered(made)

    bullets = values(box, "numId")
    assert written == []
    assert len(set(bullets)) == 1
    assert values(box, "ilvl") == ["0", "1"]
    assert _format_of(box, bullets[0]) == {"bullet"}


def test_bullets_by_an_override_or_a_style_are_bullets_for_every_reader():
    made = Docx()
    abstract = made.abstract(Level(text="%1."))
    number = made.number(abstract, levels={0: Level("bullet", "•")})
    made.style("dots", number=(number, 0))
    made.paragraph("甲", number=(number, 0)).paragraph("乙", style="dots")
    box, written = numbered(made)

    used = values(box, "numId")
    assert written == []
    assert len(used) == 2
    assert _format_of(box, used[0]) == _format_of(box, used[1]) == {"bullet"}


def _format_of(box, number):
    abstract = _find(box, "num", "numId", number).find(w("abstractNumId")).get(VAL)
    return {one.get(VAL) for one in _find(box, "abstractNum", "abstractNumId", abstract).iter(w("numFmt"))}


def _find(box, tag, key, value):
    return next(one for one in box.numbering.iter(w(tag)) if one.get(w(key)) == value)


def test_signs_that_say_something_are_kept_as_text():
    assert counted(Level("bullet", "★"), 1) == ["★"]


def test_bold_numbers_stay_bold():
    made = Docx()
    number = made.numbering(Level("chineseCountingThousand", "第%1条", extra="<w:rPr><w:b/></w:rPr>"), CLAUSE)
    made.paragraph("甲", number=(number, 0)).paragraph("乙", number=(number, 1)).paragraph(
        "丙", number=(number, 1), mark="<w:b/>"
    )
    box, _written = numbered(made)

    assert [bold_first(paragraph) for paragraph in box.main.iter(P)] == [True, False, True]


def test_the_number_is_text_and_no_number_any_more():
    made = Docx()
    number = made.numbering(CHINESE)
    box, _written = numbered(made.paragraph("甲", number=(number, 0)))

    assert values(box, "numId") == ["0"]
    assert write_numbers(Box(box.save())) == []


def test_notes_count_after_the_text():
    made = Docx()
    number = made.numbering(CHINESE)
    note = made.footnote("注")
    made.footnotes[0] = made.footnotes[0].replace(
        "<w:p>", f'<w:p><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    )
    made.paragraph("甲", note, number=(number, 0))

    assert numbers(made) == ["一、", "二、"]

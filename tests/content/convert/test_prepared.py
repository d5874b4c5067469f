"""What else a page has no place for: it is kept as plainly as can be, or dropped and told."""

import pytest

from content.convert.word.names import RPR, RUN, VAL, T, name_of, w
from content.convert.word.package import Box
from content.convert.word.preparation import prepare
from content.convert.word.report import MOST_OF_A_KIND, Report
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Cell, Docx, Level, Row, block_xml, paragraph_xml
from tests.content.convert.reading import lines, lines_of, losses, prepared, values

pytestmark = pytest.mark.promise("W23")


def read(*pieces):
    return lines_of(prepared(Docx().paragraph(*pieces))[0].main)[0]


def runs(made):
    """[(text, how it is set)] of the first paragraph that has any."""
    found = prepared(made)[0].main.iter(RUN)
    place = lambda run: getattr(run.find(f"{RPR}/{w('vertAlign')}"), "get", lambda _name: "")(VAL)
    return [("".join(one.text for one in run.iter(T)), place(run)) for run in found]


# Wrappers.
def test_words_in_wrappers_stay():
    assert read(p.control("甲"), p.smart_tag("乙", p.smart_tag("丙")), p.custom_xml("丁"), "戊") == "甲乙丙丁戊"


def test_nothing_about_wrappers_is_left():
    box, _report = prepared(Docx().paragraph(p.smart_tag("甲"), p.custom_xml("乙")))

    assert {name_of(one) for one in box.body.find(w("p"))} == {"r"}


def test_controls_around_blocks_rows_and_cells():
    made = Docx().raw(p.control(p.Xml(paragraph_xml("段"))))
    row = "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    cell = p.control(p.Xml("<w:tc><w:tcPr/><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc>"))
    made.raw(f"<w:tbl>{p.control(p.Xml(f'{row}{cell}</w:tr>'))}</w:tbl>")
    box, _report = prepared(made)

    assert lines_of(box.main) == ["段", "甲", "乙"]
    assert [len(one.findall(w("tc"))) for one in box.main.iter(w("tr"))] == [2]


def test_prompts_are_not_text():
    prompt = p.control("单击此处输入文字。", extra="<w:showingPlcHdr/>")
    made = Docx().paragraph("姓名：", prompt)

    assert lines_of(prepared(made)[0].main) == ["姓名："]
    assert [(what, sample) for what, _where, sample in losses(made)] == [("placeholder", "单击此处输入文字。")]


# Hidden text.
def test_hidden_words_go_and_are_told():
    made = Docx().paragraph("剂量", p.hidden("（内部）"), "5 mg")

    assert lines_of(prepared(made)[0].main) == ["剂量5 mg"]
    assert losses(made) == [("hidden", "剂量5 mg", "（内部）")]


def test_words_hidden_by_a_style():
    made = Docx()
    made.style("note", hidden=True)
    made.style("secret", kind="character", hidden=True)
    made.style("child", based_on="note")
    made.paragraph("甲", p.run("乙", style="secret")).paragraph("丙", style="child")
    made.paragraph(p.run("丁", hidden=False), style="note")

    assert lines_of(prepared(made)[0].main) == ["甲", "丁"]


def test_a_hidden_article_is_gone_and_does_not_count():
    made = Docx()
    law = made.numbering(Level("chineseCountingThousand", "第%1条"))
    made.paragraph("甲", number=(law, 0)).paragraph(p.hidden("乙"), number=(law, 0), mark="<w:vanish/>")
    made.paragraph("丙", number=(law, 0))

    assert lines(made) == ["第一条 甲", "第二条 丙"]


def test_an_article_whose_mark_is_shown_counts():
    made = Docx()
    law = made.numbering(Level("chineseCountingThousand", "第%1条"))
    made.paragraph(p.hidden("乙"), number=(law, 0)).paragraph("丙", number=(law, 0))

    assert lines(made) == ["第一条", "第二条 丙"]


def test_hidden_rows():
    made = Docx().paragraph("表").table(["甲"], Row(["乙"], extra="<w:hidden/>"))

    assert lines_of(prepared(made)[0].main) == ["表", "甲"]
    assert losses(made) == [("hidden", "表", "乙")]


# Sounds, formulas, signs.
def test_characters_keep_without_their_sound():
    made = Docx().paragraph("患者", p.ruby("癔", "yì"), "症")

    assert lines_of(prepared(made)[0].main) == ["患者癔症"]
    assert losses(made) == [("ruby", "患者癔症", "癔（yì）")]


def test_a_run_with_words_around_the_ruby():
    ruby = p.ruby("汉", "hàn").removeprefix("<w:r>").removesuffix("</w:r>")

    assert read(p.run(content=f"<w:t>前</w:t>{ruby}<w:t>后</w:t>")) == "前汉后"


@pytest.mark.parametrize(
    ("inner", "text"),
    (
        ("BMI=22", "BMI=22"),
        (p.fraction("140-年龄", "72"), "(140-年龄)/72"),
        (p.fraction("体重", "2"), "体重/2"),
        (p.Xml(f"<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:e>{p.math_text('x+1')}</m:e></m:rad>"), "√(x+1)"),
        (p.Xml(f"<m:d><m:dPr><m:begChr m:val='['/></m:dPr><m:e>{p.math_text('x')}</m:e></m:d>"), "[x)"),
        (p.Xml(f"<m:d><m:e>{p.math_text('a')}</m:e><m:e>{p.math_text('b')}</m:e></m:d>"), "(a|b)"),
        (p.Xml(f"<m:func><m:fName>{p.math_text('log')}</m:fName><m:e>{p.math_text('x')}</m:e></m:func>"), "log x"),
        (p.Xml(f"<m:m><m:mr><m:e>{p.math_text('1')}</m:e><m:e>{p.math_text('2')}</m:e></m:mr></m:m>"), "[1，2]"),
        (p.Xml(f"<m:acc><m:e>{p.math_text('x')}</m:e></m:acc>"), "x"),
    ),
)  # fmt: skip
def test_formulas_become_words_and_are_told(inner, text):
    made = Docx().paragraph("算法：", p.formula(inner))

    assert lines_of(prepared(made)[0].main) == [f"算法：{text}"]
    assert [(what, sample) for what, _where, sample in losses(made)] == [("formula", text)]


def test_exponents_and_indices_stay_raised_and_lowered():
    parts = "".join(
        f"<m:{part}>{p.math_text(one)}</m:{part}>" for part, one in (("e", "x"), ("sub", "i"), ("sup", "2"))
    )
    both = f"<m:sSubSup>{parts}</m:sSubSup>"
    made = Docx().paragraph(p.formula(p.Xml(p.power("10", "9") + both), own_line=True))

    assert runs(made) == [("10", ""), ("9", "superscript"), ("x", ""), ("i", "subscript"), ("2", "superscript")]


def test_sums_have_their_bounds():
    bounds = f"<m:sub>{p.math_text('i=1')}</m:sub><m:sup>{p.math_text('n')}</m:sup><m:e>{p.math_text('x')}</m:e>"
    made = Docx().paragraph(p.formula(p.Xml(f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr>{bounds}</m:nary>")))

    assert runs(made) == [("∑", ""), ("i=1", "subscript"), ("n", "superscript"), ("x", "")]


def test_signs_of_fonts_become_characters():
    micro = p.run("m", font="Symbol")
    shown = read(
        "5 ", micro, "g ", p.symbol("Wingdings", "F0FE"), p.symbol("Wingdings", "F0E0"), p.symbol("宋体", "2103")
    )

    assert shown == "5 μg ☑→℃"


def test_signs_at_private_places_become_characters():
    assert read(p.run("\uf0b0\uf062", font="Symbol"), p.run("护", font="Wingdings")) == "°β护"


def test_a_sign_nobody_knows_is_told():
    made = Docx().paragraph("甲", p.symbol("院标", "F041"))

    assert losses(made) == [("symbol", "甲", "院标 F041")]


def test_looks_by_a_character_style_are_written_at_the_run():
    made = Docx()
    made.style("up", kind="character", raised="superscript")
    made.style("up2", kind="character", based_on="up")
    made.paragraph("10", p.run("9", style="up2"), "/L")

    assert runs(made) == [("10", ""), ("9", "superscript"), ("/L", "")]


def test_small_letters_lifted_by_hand_are_raised():
    lifted, lowered = '<w:position w:val="8"/>', '<w:position w:val="-6"/>'
    made = Docx().paragraph("10", p.run("9", size=7, extra=lifted), "H", p.run("2", size=7, extra=lowered), "O")
    level = Docx().paragraph("甲", p.run("乙", extra=lifted), "丙", p.run("丁", size=7))

    assert runs(made) == [("10", ""), ("9", "superscript"), ("H", ""), ("2", "subscript"), ("O", "")]
    assert {place for _text, place in runs(level)} == {""}


def test_switches_that_are_off_are_off_for_every_reader():
    made = Docx().paragraph(p.run("甲", extra='<w:b w:val="off"/>'))

    assert values(prepared(made)[0], "b") == ["0"]


# Comments, pages, other files.
def test_comments_are_listed_with_what_they_are_about():
    made = Docx()
    made.paragraph("每班", made.comment("改为每日？", "核对两次", author="李敏"), "。")
    box, _report = prepared(made)

    assert losses(made) == [("comment", "核对两次", "李敏：改为每日？")]
    assert next(box.main.iter(w("commentReference"), w("commentRangeStart"), w("commentRangeEnd")), None) is None
    assert lines_of(box.main) == ["每班核对两次。"]
    assert lines_of(box.comments) == []


def test_what_is_printed_on_every_page_is_told_once():
    made = Docx().header("文件编号：QY-HL-012").header("文件编号：QY-HL-012", which="first")
    made.footer(p.as_xml("第", p.simple_field("PAGE", "3"), "页 共 9 页")).paragraph("正文")

    assert losses(made) == [("header", "", "文件编号：QY-HL-012")]


def test_files_within_the_file_are_told():
    made = Docx().paragraph("前").raw('<w:altChunk r:id="rId777"/>')

    assert [what for what, _where, _sample in losses(made)] == ["chunk"]


def test_strict_files_read_as_others_do():
    made = Docx(strict=True)
    law = made.numbering(Level("chineseCountingThousand", "第%1条"))
    made.paragraph("护士", p.inserted("长"), p.deleted("旧"), number=(law, 0)).table([Cell("甲", span=2)])

    assert lines(made) == ["第一条 护士长", "甲"]


# Tables.
def test_columns_that_a_row_leaves_out_are_cells():
    made = Docx().table(["甲", "乙", "丙"], Row(["丁"], extra='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'))
    box, _report = prepared(made)

    assert [len(one.findall(w("tc"))) for one in box.main.iter(w("tr"))] == [3, 3]
    assert lines_of(box.main) == ["甲", "乙", "丙", "", "丁", ""]


def test_cells_joined_in_the_older_way():
    made = Docx().table([Cell("甲", extra='<w:hMerge w:val="restart"/>'), Cell("", extra="<w:hMerge/>"), "乙"])
    box, _report = prepared(made)

    assert lines_of(box.main) == ["甲", "乙"]
    assert values(box, "gridSpan") == ["2"]


@pytest.mark.parametrize("span", ("", "x", "-3", "999999999"))
def test_spans_that_are_no_numbers(span):
    made = Docx().table([Cell("甲", extra=f'<w:gridSpan w:val="{span}"/>')])

    assert all(0 < int(one) <= 200 for one in values(prepared(made)[0], "gridSpan"))


# The report.
def test_a_flood_of_losses_is_counted_not_told():
    made = Docx()
    for number in range(MOST_OF_A_KIND + 50):
        made.paragraph("甲", p.hidden(f"第{number}"))
    box, report = Box(made.open()), Report()
    prepare(box, report)

    assert len(report.of("hidden")) == MOST_OF_A_KIND
    assert report.counts["hidden"] == MOST_OF_A_KIND + 50


def test_long_samples_are_cut():
    made = Docx().paragraph("甲" * 100, p.hidden("乙" * 1000))

    ((_what, where, sample),) = losses(made)
    assert (len(where), len(sample), sample[-1]) == (40, 200, "…")


def test_line_ends_of_both_kinds():
    box, _report = prepared(Docx().paragraph(p.run(content="<w:t>甲</w:t><w:cr/><w:t>乙</w:t>")))

    assert lines_of(box.main) == ["甲\n乙"]
    assert [name_of(one) for one in box.main.iter(w("br"), w("cr"))] == ["br"]


def test_definitions_without_a_name_do_no_harm():
    import mammoth

    made = Docx()
    law = made.numbering(Level("chineseCountingThousand", "第%1条"))
    made.styles += ['<w:style w:type="paragraph"><w:name w:val="x"/></w:style>', '<w:style w:styleId="y"/>']
    made.numbers += ["<w:num/>", '<w:num w:numId="9"><w:abstractNumId/></w:num>']
    made.footnotes += [f"<w:footnote>{paragraph_xml('注')}</w:footnote>"]
    box, _report = prepared(made.paragraph("甲", number=(law, 0), style="y"))

    assert mammoth.convert_to_html(box.save()).value == "<ol><li>甲</li></ol>"


def test_a_plain_file_loses_nothing():
    made = Docx().paragraph("甲\t乙\n丙").table(["丁", p.Xml(block_xml("戊"))])

    assert losses(made) == []
    assert lines_of(prepared(made)[0].main) == ["甲\t乙\n丙", "丁", "戊"]

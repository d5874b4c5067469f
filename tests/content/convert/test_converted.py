"""From the file to the page that colleagues read: nothing is lost, and numbers stay the numbers they were."""

from io import BytesIO

import pytest

from content.convert.refusing import CODES as REFUSALS
from content.convert.word.convert import convert
from content.convert.word.package import Broken
from content.convert.word.questions import KINDS
from content.convert.word.report import CODES
from tests.content.convert.corpus import hostile, numbers, regulations
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Cell, Docx, Level, Row, table_xml
from tests.content.convert.corpus.images import emf, png, wmf
from tests.content.convert.writing import body_of, cells, converted, letters, page

pytestmark = [pytest.mark.promise("W23"), pytest.mark.promise("W22")]
ALL = ("tuned", "later", "fresh", "blind")


@pytest.mark.parametrize("half", ALL)
def test_no_paragraph_of_a_regulation_is_missing_on_its_page(half):
    for made in getattr(regulations, half)():
        result, _markdown, rendered = page(made)
        shown = letters(result.title + rendered.text_content())

        assert [one for one in result.losses if one.what == "missing"] == [], made.name
        for block in body_of(made).iter("p", "h2", "h3", "h4", "h5", "h6"):
            assert letters(block.text_content()) in shown, made.name
        for label in made.gold.labels:
            assert letters(label) in shown, made.name
        assert result.tables == made.gold.tables == len(rendered.findall(".//table")), made.name
        assert letters(result.title) == letters(made.gold.title)


def test_numbers_are_words_of_the_page():
    made = Docx()
    law, outline = made.numbering(*numbers.LAW), made.numbering(*numbers.OUTLINE)
    chinese = made.numbering(numbers.CHINESE)
    for level, text in (
        (0, "总则"),
        (1, "为加强管理。"),
        (2, "甲项。"),
        (3, "子项。"),
        (1, "再一条。"),
        (0, "职责"),
        (1, "又。"),
    ):
        made.paragraph(text, number=(law, level))
    for text in ("查对：", "核对："):
        made.paragraph(text, number=(chinese, 0))
    for level, text in ((0, "用药。"), (1, "给药。"), (2, "时间。"), (1, "途径。")):
        made.paragraph(text, number=(outline, level))
    _result, _markdown, rendered = page(made)

    lines = ["".join(one.text_content().split()).rstrip("#") for one in rendered]
    assert lines == [
        *("第一章总则", "第一条为加强管理。", "（一）甲项。", "1.子项。", "第二条再一条。", "第二章职责", "第三条又。"),
        *("一、查对：", "二、核对：", "1用药。", "1.1给药。", "1.1.1时间。", "1.2途径。"),
    ]
    assert rendered.findall(".//ol") == []


def test_bullets_nest():
    made = Docx()
    number = made.numbering(Level("bullet", "\uf0b7"), Level("bullet", "o"))
    made.paragraph("甲", number=(number, 0)).paragraph("子", number=(number, 1)).paragraph("乙", number=(number, 0))
    _result, _markdown, rendered = page(made)

    assert [one.text_content().split() for one in rendered.findall("ul/li")] == [["甲", "子"], ["乙"]]


def test_exponents_and_weight_are_kept():
    made = Docx().paragraph(
        "10", p.superscript("9"), "/L，H", p.subscript("2"), "O，", p.bold("立即"), p.run("慢", italic=True)
    )
    _result, markdown, rendered = page(made)

    assert "10^9^/L，H~2~O" in markdown
    [line] = rendered
    assert (line.findtext("sup"), line.findtext("sub"), line.findtext("strong"), line.findtext("i")) == (
        *("9", "2", "立即", "慢"),
    )


def test_merged_cells_stay_where_they_were():
    made = Docx()
    made.table(
        Row(["岗位", Cell("职责", span=2)], header=True),
        [Cell("护士", merge="restart"), "核对", "10"],
        [Cell("", merge="continue"), Cell("签字", span=2)],
    )
    _result, _markdown, rendered = page(made)

    assert cells(rendered.find(".//table")) == [
        [("岗位", "1", "1"), ("职责", "2", "1")],
        [("护士", "1", "2"), ("核对", "1", "1"), ("10", "1", "1")],
        [("签字", "2", "1")],
    ]
    assert [one.text for one in rendered.iter("th")] == ["岗位", "职责"]


def test_tables_within_tables():
    made = Docx()
    made.table(["岗位", Cell([table_xml(["内一", "内二"], ["内三", "内四"]), "后"])], ["护士", "核对"])
    inner = body_of(made).find(".//table//table")

    assert [[cell[0] for cell in row] for row in cells(inner)] == [["内一", "内二"], ["内三", "内四"]]
    words = page(made)[2].text_content()
    assert all(one in words for one in ("内一", "内四", "后", "护士"))


def test_notes_are_written_as_our_pages_have_them():
    made = Docx()
    made.paragraph("输血", made.footnote("见", p.bold("输血科")), "与", made.endnote("尾注的话"), "。")
    body = body_of(made)

    assert [(one.get("id"), one.find("a").get("href"), one.text_content()) for one in body.iter("sup")] == [
        ("fnref:1", "#fn:1", "1"),
        ("fnref:2", "#fn:2", "2"),
    ]
    notes = body.findall("div[@class='footnote']/ol/li")
    assert [(one.get("id"), one.text_content().split()) for one in notes] == [
        ("fn:1", ["见输血科", "↩"]),
        ("fn:2", ["尾注的话", "↩"]),
    ]
    _result, markdown, rendered = page(made)
    assert markdown.startswith("输血[^1]与[^2]。\n")
    assert [one.find("a").get("href") for one in rendered.iter("sup")] == ["#fn:1", "#fn:2"]
    assert [one.text_content().split()[0] for one in rendered.findall("div/ol/li")] == ["见输血科", "尾注的话"]


def test_text_boxes_stand_once_and_for_themselves():
    made = Docx().paragraph("前", s.text_box("框中一", "框中二")).paragraph("后")
    made.table(["岗位", Cell(p.as_xml("格", s.vml_text_box("格中")))], ["护士", "核对"])
    body = body_of(made)

    boxes = body.findall(".//aside[@class='textbox']")
    assert [[line.text_content() for line in one] for one in boxes] == [["框中一", "框中二"], ["格中"]]
    assert [one.text_content() for one in body][:3] == ["前", "框中一框中二", "后"]
    assert boxes[1].getparent().tag == "td"
    rendered = page(made)[2]
    words = rendered.text_content()
    assert [one.text_content() for one in rendered.findall("aside[@class='textbox']/p")] == ["框中一", "框中二"]
    assert words.count("框中一") == words.count("格中") == 1
    assert not any(0xE000 <= ord(one) < 0xF900 for one in words)


def test_pictures_of_all_kinds_are_kept_once():
    made, kept = Docx(), {}
    one, same = made.media(png()), made.media(png())
    drawn, windows = made.media(emf(), "emf"), made.media(wmf(), "wmf")
    made.paragraph(s.picture(one, alt="洗手 七步", size=(300, 200)), s.picture(same, anchored=True))
    made.paragraph(s.picture(drawn), s.picture(windows), s.vml_picture(one))
    made.table(["图", Cell(s.picture(one))], ["甲", "乙"])
    result = convert(made.open(), keep=kept.__setitem__)

    assert [(one.type, one.bytes, one.width, one.height) for one in result.pictures] == [
        ("png", len(png()), 300, 200),
        ("emf", len(emf()), 20, 20),
        ("wmf", len(wmf()), 20, 20),
    ]
    assert kept == {one.name: content for one, content in zip(result.pictures, (png(), emf(), wmf()), strict=True)}
    names = [one.name for one in result.pictures]
    shown = [(one.get("src"), one.get("alt"), one.get("width")) for one in body_of(made).iter("img")]
    assert shown[0] == (names[0], "洗手 七步", "300")
    assert [src for src, _alt, _width in shown] == [names[0], names[0], *names[1:], names[0], names[0]]
    assert page(made)[1].count("](file:") == 6


def test_what_is_no_picture_is_told():
    made = Docx()
    made.paragraph("图", s.picture(made.media(b"<svg onload='x'/>", "png")))
    result = converted(made)

    assert (result.html, result.pictures) == ("<p>图</p>", [])
    assert [(one.what, one.sample) for one in result.losses] == [("strange_picture", "image1.png")]


def test_links_and_places():
    made = Docx()
    outside = made.relation("hyperlink", "https://example.com/x", external=True)
    made.paragraph(p.bookmark("_Ref1", "此处"), "见", p.link("那里", anchor="_Ref1"), p.bookmark("_GoBack", "末"))
    made.paragraph(p.link("外", relation=outside), p.link("空", anchor="nowhere"))
    body = body_of(made)

    assert [one.get("id") for one in body.iter() if one.get("id")] == ["_Ref1"]
    assert [(one.get("href"), one.text) for one in body.iter("a")] == [
        ("#_Ref1", "那里"),
        ("https://example.com/x", "外"),
    ]
    assert body.text_content() == "此处见那里末外空"


def test_headings_are_those_that_were_chosen():
    made = Docx()
    made.style("1", name="heading 1", outline=0)
    made.style("2", name="heading 2", outline=1)
    made.paragraph("总则", style="1").paragraph("目的", style="2").paragraph("各科室每月自查。").paragraph(
        "职责", style="1"
    )
    result = converted(made)

    assert [(one.level, one.text, one.is_sure, one.why) for one in result.headings] == [
        (2, "总则", True, "real"),
        (3, "目的", True, "real"),
        (2, "职责", True, "real"),
    ]
    assert "<h2>总则</h2><h3>目的</h3><p>各科室每月自查。</p><h2>职责</h2>" in result.html


def test_codes_are_known():
    for half in ALL:
        for made in getattr(regulations, half)():
            result = converted(made)
            assert {one.kind for one in result.questions} <= set(KINDS)
            assert set(result.counts) <= set(CODES)


def test_a_file_cannot_say_what_its_styles_become():
    """Mammoth reads such a member where nobody forbids it."""
    made = Docx().paragraph(p.bold("甲")).part("mammoth/style-map", "b => script\np => script:fresh")

    assert converted(made).html == "<p><strong>甲</strong></p>"


@pytest.mark.parametrize(
    ("part", "whole", "half"),
    [
        ("word/_rels/document.xml.rels", "</Relationships>", '<Relationship Id="x"/></Relationships>'),
        ("word/_rels/document.xml.rels", "</Relationships>", '<Relationship Target="x" Type="y"/></Relationships>'),
        ("_rels/.rels", "</Relationships>", '<Relationship Id="x" Target="y"/></Relationships>'),
        ("[Content_Types].xml", "</Types>", '<Default Extension="x"/><Override ContentType="y"/></Types>'),
    ],
)
def test_half_a_relation_does_no_harm(part, whole, half):
    parts = hostile.members(Docx().paragraph("甲"))
    parts[part] = parts[part].decode().replace(whole, half)

    assert convert(BytesIO(hostile.packed(parts))).html == "<p>甲</p>"


def test_what_mammoth_falls_over_is_called_damaged(monkeypatch):
    def fall(*_given, **_options):
        raise KeyError("rId7")

    monkeypatch.setattr("mammoth.convert_to_html", fall)
    with pytest.raises(Broken) as broken:
        converted(Docx().paragraph("甲"))
    assert broken.value.code == "damaged" in REFUSALS

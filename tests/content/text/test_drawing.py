"""A picture from a stranger: shapes and words of its text come out, whatever goes in."""

import pytest

from content.text.drawing import MOST_ELEMENTS, UnfitDrawing, drawing

pytestmark = pytest.mark.promise("W61")
SOURCE = 'flowchart TD\n  A["测血钾<br>（静脉血）"] -- 是 --> B[报告医生 #35;1]'


def picture(inner, root='viewBox="0 0 200 100"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {root}>{inner}</svg>'


def drawn(inner, source=SOURCE):
    return drawing(picture(f"<text>测血钾</text>{inner}"), source).svg


def test_shapes_and_words_come_through():
    inner = (
        '<g transform="translate(1,2.5) rotate(90)">'
        '<rect x="1" y="-2" width="3px" height="4" fill="rgb(1, 2, 3)" stroke="none"/>'
        '<path d="M 1,2 L3 4e-5 Z" stroke="#333" stroke-width="1.5px" stroke-dasharray="3, 3"/>'
        '<polygon points="1,2 3,4"/></g><text x="1" y="2" text-anchor="middle" font-size="14px">（静脉血）</text>'
    )

    made = drawing(picture(inner), SOURCE)

    assert made.svg.startswith(
        '<svg viewBox="0 0 200 100" width="200" height="100" role="img" aria-label="（静脉血）">'
    )
    assert made.svg.count("<") == 2 * 6
    for kept in ('transform="translate(1,2.5) rotate(90)"', 'fill="rgb(1, 2, 3)"', 'd="M 1,2 L3 4e-5 Z"', "（静脉血）"):
        assert kept in made.svg


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">测血钾</p></foreignObject>',
        "<style>* { fill: url(https://x.y/z) }</style>",
        '<image href="https://x.y/z"/>',
        '<use xlink:href="https://x.y/z#a"/>',
        '<a href="javascript:alert(1)"><text>是</text></a>',
        "<animate attributeName='href' values='javascript:alert(1)'/><set attributeName='onload' to='x'/>",
        '<rect onload="alert(1)" onclick="x" style="position:fixed" class="btn" id="toc" width="1" height="1"/>',
        '<rect fill="url(https://x.y/z)" filter="url(#a)" width="9999999" height="1e99"/>',
        '<path d="M0 0&quot;&gt;&lt;script&gt;" href="x"/>',
        '<g transform="translate(1,2);x"><rect width="calc(1px)" height="var(--x)" tabindex="0" role="button"/></g>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
        '<text x="1" xml:space="preserve" data-page="a2b3c4d5e6f7">是</text>',
    ],
)
def test_nothing_but_them_comes_through(inner):
    made = drawn(inner).lower()

    for word in (
        "script",
        "alert",
        "x.y",
        "url",
        "style",
        "class",
        "href",
        "position",
        "on",
        "data-",
        "foreign",
        "var(",
    ):
        assert word not in made.replace("fill", "").split("aria-label")[1]
    assert not any(f" {name}=" in made for name in ("id", "tabindex", "filter", "xml:space"))


@pytest.mark.parametrize("said", ["推注", "报告护士", "医生报告", "否", "#36;1", "7"])
def test_words_that_the_text_does_not_say_refuse_the_picture(said):
    with pytest.raises(UnfitDrawing, match="words"):
        drawn(f"<text>{said}</text>")


def test_numbers_are_allowed_where_the_kind_counts():
    assert "45%" in drawing(picture("<text>45%</text>"), 'pie\n  "甲" : 45').svg
    assert "2026-01-01" in drawing(picture("<text>2026-01-01</text>"), "%% 注\ngantt\n  dateFormat X").svg
    with pytest.raises(UnfitDrawing):
        drawn("<text>45%</text>")
    with pytest.raises(UnfitDrawing):
        drawing(picture("<text>推注</text>"), "pie\n甲 : 1")


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "甲",
        "<p>甲</p>",
        picture("<text>是</text>", root=""),
        picture("<text>是</text>", root='viewBox="0 0 0 100"'),
        picture("<text>是</text>", root='viewBox="0 0 99999 100"'),
        picture("<text>是</text>", root='viewBox="0 0 1e9 100"'),
        picture(""),
        picture("<circle r='1'/>" * (MOST_ELEMENTS + 1)),
        picture("<g>" * 60 + "<circle r='1'/>" + "</g>" * 60),
        picture("<text>是</text>" + " " * 600_000),
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + picture("<text>&a;</text>"),
        "<?xml-stylesheet href='x'?>" + picture("<text>是</text>"),
        picture("<![CDATA[<script>]]>"),
        picture("<!-- -->"),
        "\x00" + picture("<text>是</text>"),
        picture("<text>\ud800</text>"),
    ],
)
def test_what_is_no_picture_is_refused(sent):
    with pytest.raises(UnfitDrawing):
        drawing(sent, SOURCE)


def test_written_again_it_stays_as_it_is():
    made = drawn('<g><rect width="1" height="2" fill="red"/></g>')

    again = made.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    assert drawing(again, SOURCE).svg == made

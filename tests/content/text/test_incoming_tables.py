"""Tables in tables, boxes in cells and tables in lists, from HTML to the page."""

import pytest
from lxml import html as trees

from content.text import TooDeep, render
from content.text.incoming import from_html

pytestmark = pytest.mark.promise("W22")
SIMPLE = "<table><tr><th>甲<th>乙</tr><tr><td><p>1<p>2</td><td>3</table>"
MERGED = "<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>"


def came_in(html):
    """(what came in, the page as a tree)"""
    made = from_html(html)
    return made, trees.fragment_fromstring(render(made.markdown).html, create_parent="body")


def around(inner):
    return f"<table><tr><td>岗位<td><p>前<p>又{inner}<p>后<tr><td>护士<td>核对</table>"


def rows(table):
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in table.iter("tr")
        if next(row.iterancestors("table")) is table
    ]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [(SIMPLE, [["甲", "乙"], ["12", "3"]]), (MERGED, [["甲", "1"], ["2"]]), (around(SIMPLE), None)],
)
def test_tables_in_tables_stay_tables(inner, expected):
    made, page = came_in(around(inner))
    found = page.find(".//table//table")

    assert made.losses == []
    assert expected is None or rows(found) == expected
    assert [one.text for one in found.getparent().findall("p")] == ["前", "又", "后"]
    assert from_html(render(made.markdown).html).markdown == made.markdown
    assert page.find("div").get("aria-label") == "岗位、前 又"


def test_tables_in_more_tables_become_lines_and_are_named():
    html = SIMPLE
    for level in range(6):
        html = f"<table><tr><td>层{level}<td>{html}<tr><td>x<td>y</table>"
    made, page = came_in(html)

    assert page.findall(".//table//table//table//table") and not page.findall(".//table//table//table//table//table")
    assert [loss.what for loss in made.losses] == ["表格里的表格"] * 3
    said = page.text_content()
    assert all(said.count(f"层{level}") == 1 for level in range(6)) and "甲　乙" in said


def test_three_hundred_tables_in_one_another_are_refused():
    with pytest.raises(TooDeep):
        from_html("<table><tr><td>" * 300 + "x")


def test_a_box_in_a_cell_keeps_its_frame():
    made, page = came_in(around("<aside class=textbox><p>框一</p><p>框二</p></aside>"))
    [box] = page.findall(".//td/aside[@class='textbox']")

    assert [one.text for one in box] == ["框一", "框二"]
    assert made.losses == []


@pytest.mark.parametrize("table", [SIMPLE, MERGED])
def test_a_table_in_a_list_stays_there(table):
    made, page = came_in(f"<ul><li>甲{table}</li><li>乙</li></ul>")

    assert made.losses == []
    assert [len(item.findall(".//table")) for item in page.find("ul")] == [1, 0]
    assert len(page.find(".//table").findall(".//td[@rowspan='2']")) == table.count("rowspan")


def test_lines_of_a_list_in_a_cell_stay_in_their_item():
    made, page = came_in("<table><tr><td>甲<td><ul><li>乙<br>丙<div>丁</div><li>戊</ul><tr><td>己<td>庚</table>")
    items = page.findall(".//td/ul/li")

    assert ["".join(one.text_content().split()) for one in items] == ["乙丙丁", "戊"]
    assert page.find(".//pre") is None and made.losses == []

"""Tables that one can really edit: rows, columns, heads, merged cells, keys, and what comes from Excel."""
# ruff: noqa: E501

import pytest

from tests.e2e.alone import open_alone, put, taken

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
BODY = ".ProseMirror"
COPY = """([html, words]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", words);
  document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def alone(page, site):
    return open_alone(page, site)


@pytest.fixture
def table(alone):
    """甲 乙 丙 / 一 二 三 / 四 五 六, with a head; the cursor is in 一."""
    rows = ["甲乙丙", "一二三", "四五六"]
    put(
        alone,
        doc([[cell(word, "tableHeader" if not at else "tableCell") for word in row] for at, row in enumerate(rows)]),
    )
    enter(alone, "一")
    return alone


def enter(page, word):
    """A click; the editor has heard of it when the cursor is there."""
    page.locator("td", has_text=word).click()
    page.wait_for_function("(word) => editor.state.selection.$from.parent.textContent === word", arg=word)


def cell(text, kind="tableCell", **attrs):
    content = [{"type": "text", "text": text}] if text else []
    known = {"colspan": 1, "rowspan": 1, "align": None, "scope": None, **attrs}
    return {"type": kind, "attrs": known, "content": [{"type": "paragraph", "content": content}]}


def doc(rows):
    made = [{"type": "tableRow", "content": row} for row in rows]
    return {"type": "doc", "content": [{"type": "table", "attrs": {"caption": None}, "content": made}]}


def words(node):
    return node.get("text", "") + "".join(map(words, node.get("content", ())))


def rows(page):
    """The words of the first table, row by row."""
    found = next(block for block in taken(page)["content"] if block["type"] == "table")
    return ["|".join(words(one) for one in row["content"]) for row in found["content"]]


def press(page, name):
    page.get_by_role("toolbar", name="表格").get_by_role("button", name=name, exact=True).click()


@pytest.mark.promise("E7")
def test_a_table_is_put_in_with_as_many_rows_and_columns_as_wanted(alone):
    alone.locator(BODY).click()
    alone.get_by_role("button", name="表格", exact=True).click()
    window = alone.get_by_role("dialog", name="插入表格")
    window.get_by_label("行", exact=True).fill("4")
    window.get_by_label("列", exact=True).fill("2")
    window.get_by_role("button", name="插入").click()
    alone.keyboard.type("项目")
    alone.keyboard.press("Tab")
    alone.keyboard.type("结果")

    assert rows(alone) == ["项目|结果", "|", "|", "|"]
    assert {one["type"] for one in taken(alone)["content"][0]["content"][0]["content"]} == {"tableHeader"}


@pytest.mark.parametrize(("name", "made"), [
    ("下方加行", ["甲|乙|丙", "一|二|三", "||", "四|五|六"]),
    ("上方加行", ["甲|乙|丙", "||", "一|二|三", "四|五|六"]),
    ("行下移", ["甲|乙|丙", "四|五|六", "一|二|三"]),
    ("行上移", ["一|二|三", "甲|乙|丙", "四|五|六"]),
    ("删行", ["甲|乙|丙", "四|五|六"]),
    ("右边加列", ["甲||乙|丙", "一||二|三", "四||五|六"]),
    ("左边加列", ["|甲|乙|丙", "|一|二|三", "|四|五|六"]),
    ("列右移", ["乙|甲|丙", "二|一|三", "五|四|六"]),
    ("删列", ["乙|丙", "二|三", "五|六"]),
])  # fmt: skip
def test_rows_and_columns_are_added_moved_and_taken_away(table, name, made):
    press(table, name)

    assert rows(table) == made


def test_what_cannot_be_done_is_dimmed_and_does_nothing(table):
    bar = table.get_by_role("toolbar", name="表格")
    left = bar.get_by_role("button", name="列左移")

    assert (
        left.get_attribute("aria-disabled"),
        bar.get_by_role("button", name="合并单元格").get_attribute("aria-disabled"),
    ) == ("true", "true")
    left.click(force=True)
    assert rows(table)[0] == "甲|乙|丙"


def test_a_head_is_a_row_or_a_column_or_none(table):
    press(table, "表头行")
    press(table, "表头列")

    kinds = [[one["type"] == "tableHeader" for one in row["content"]] for row in taken(table)["content"][0]["content"]]
    assert kinds == [[True, False, False]] * 3


@pytest.mark.promise("E27")
def test_cells_are_merged_and_split_again(table):
    first, last = table.locator("td", has_text="一").bounding_box(), table.locator("td", has_text="五").bounding_box()
    table.mouse.move(first["x"] + 20, first["y"] + 10)
    table.mouse.down()
    table.mouse.move(last["x"] + 20, last["y"] + 10, steps=6)
    table.mouse.up()
    press(table, "合并单元格")

    merged = taken(table)["content"][0]["content"][1]["content"][0]
    assert (merged["attrs"]["colspan"], merged["attrs"]["rowspan"], words(merged)) == (2, 2, "一二四五")

    press(table, "拆分单元格")

    assert [row.count("|") for row in rows(table)] == [2, 2, 2]


def test_cells_stand_left_in_the_middle_or_right(table):
    press(table, "靠右")

    assert taken(table)["content"][0]["content"][1]["content"][0]["attrs"]["align"] == "right"
    assert table.locator("td.num").inner_text().strip() == "一"


def test_a_table_gets_a_caption_and_a_line_after_it(table):
    press(table, "表题")
    table.keyboard.type("危急值")
    table.keyboard.press("Enter")
    enter(table, "六")
    table.keyboard.press("Control+Enter")
    table.keyboard.type("见附表")

    content = taken(table)["content"]
    assert (content[0]["attrs"]["caption"], words(content[1])) == ("危急值", "见附表")


def test_the_last_tab_begins_a_row_and_shift_tab_goes_back(table):
    enter(table, "六")
    table.keyboard.press("Tab")
    table.keyboard.type("七")
    table.keyboard.press("Shift+Tab")
    table.keyboard.type("！")

    assert rows(table) == ["甲|乙|丙", "一|二|三", "四|五|！", "七||"]


def test_a_table_goes_as_a_whole(table):
    press(table, "删表格")

    assert [block["type"] for block in taken(table)["content"]] == ["paragraph"]


@pytest.mark.promise("E27")
def test_cells_of_a_spreadsheet_fill_the_cells_and_the_table_grows(table):
    table.evaluate(COPY, ["", "1\t2\r\n3\t4\r\n5\t6\r\n"])

    assert rows(table) == ["甲|乙|丙", "1|2|三", "3|4|六", "5|6|"]


@pytest.mark.promise("E27")
def test_cells_of_a_spreadsheet_become_a_table_in_the_text(alone):
    alone.locator(BODY).click()
    alone.evaluate(COPY, ["", "项目\t结果\n血钾\t6.8\n"])

    assert rows(alone) == ["项目|结果", "血钾|6.8"]


@pytest.mark.promise("E7")
def test_a_table_with_gaps_is_left_as_it_is_when_it_is_opened(alone):
    gappy = doc([[cell("甲"), cell("乙")], [cell("丙")]])

    put(alone, gappy)

    assert taken(alone) == gappy
    enter(alone, "丙")
    alone.keyboard.type("！")
    assert rows(alone) == ["甲|乙", "！丙|"] or rows(alone) == ["甲|乙", "丙！|"]

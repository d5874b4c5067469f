"""The bar and the menu at the cursor: by mouse and by keyboard, telling what the words are."""

import pytest
from playwright.sync_api import expect

from content.text.tree import markdown_of, tree_of
from tests.e2e.alone import open_alone, put, taken

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("E28")]
BODY, MENU = ".ProseMirror", ".ed-menu:not([hidden])"


@pytest.fixture
def alone(page, site):
    open_alone(page, site).locator(BODY).click()
    return page


def said(page):
    return markdown_of(taken(page)).strip()


def test_the_bar_is_one_stop_and_its_arrows_lead_along_to_its_ends(alone):
    def here():
        return alone.evaluate("document.activeElement.getAttribute('aria-label')")

    alone.keyboard.press("Alt+F10")
    walk = [here()]
    for key in ("ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home"):
        alone.keyboard.press(key)
        walk.append(here())

    assert walk == ["撤销", "重做", "键盘和输入方法", "撤销", "键盘和输入方法", "撤销"]
    assert alone.locator("[data-editor-bar] [tabindex='-1']").count() >= 15
    alone.keyboard.press("Escape")
    alone.wait_for_function("() => document.activeElement.classList.contains('ProseMirror')")


def test_the_style_of_a_paragraph_is_chosen_and_shown(alone):
    style = alone.get_by_label("这一段是")
    alone.keyboard.type("处理")
    style.select_option("heading-3")
    expect(style).to_have_value("heading-3")
    assert said(alone) == "### 处理"

    put(alone, tree_of("文字\n\n## 小节\n"))
    alone.locator(f"{BODY} h2").click()
    expect(style).to_have_value("heading-2")
    alone.locator(f"{BODY} p").click()
    expect(style).to_have_value("paragraph")


def test_buttons_are_pressed_where_their_mark_is_and_dimmed_in_code(alone):
    put(alone, tree_of("平\n\n**粗**\n\n```\nx = 1\n```\n"))
    bold = alone.get_by_role("button", name="加粗", exact=True)
    for place, pressed, dimmed in (("p >> nth=1", "true", "false"), ("p >> nth=0", "false", "false")):
        alone.locator(BODY).locator(place).click()
        expect(bold).to_have_attribute("aria-pressed", pressed)
        expect(bold).to_have_attribute("aria-disabled", dimmed)
    alone.locator(f"{BODY} pre").click()
    expect(bold).to_have_attribute("aria-disabled", "true")


def test_rows_stand_there_only_while_what_they_are_for_is_chosen(alone):
    put(alone, tree_of("平\n\n- 项\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n"))
    shown = "[...document.querySelectorAll('[data-when]:not([hidden])')].map((row) => row.dataset.when).join()"
    for place, names in (("> p", ""), ("li", "list"), ("td >> nth=0", "table"), ("> p", "")):
        alone.locator(BODY).locator(place).click()
        alone.wait_for_function(f"(names) => {shown} === names", arg=names)


@pytest.mark.parametrize("way", ["mouse", "Tab", "Enter"])
def test_an_entry_of_the_menu_is_taken_by_mouse_and_by_key(alone, way):
    alone.keyboard.type("/分隔线")
    option = alone.locator(f"{MENU} [role=option]", has_text="分隔线")
    option.wait_for()
    option.click() if way == "mouse" else alone.keyboard.press(way)

    assert taken(alone)["content"][0]["type"] == "horizontalRule"
    assert not alone.locator(MENU).count()


def test_the_menu_goes_round_and_stays_within_the_window(alone):
    alone.keyboard.type("/")
    alone.locator(f"{MENU} .is-on").wait_for()
    alone.keyboard.press("ArrowUp")
    last = alone.locator(f"{MENU} [role=option]").last
    expect(last).to_have_attribute("aria-selected", "true")
    box, size = alone.locator(MENU).bounding_box(), alone.viewport_size
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_heads_and_sides_of_cells_are_told_by_the_bar(alone):
    put(alone, tree_of("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n"))
    alone.locator("td").first.click()
    bar = alone.get_by_role("toolbar", name="表格")
    for name, pressed in (("表头行", "true"), ("表头列", "false"), ("靠左", "true"), ("居中", "false")):
        expect(bar.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", pressed)

    bar.get_by_role("button", name="居中").click()

    expect(bar.get_by_role("button", name="居中")).to_have_attribute("aria-pressed", "true")

"""On a phone and for everybody: a bar above the keyboard, targets for thumbs, nothing sideways, rules of screen readers."""
# ruff: noqa: E501

import pytest

from tests.axe import fits, violations
from tests.e2e.alone import open_alone, put, taken
from tests.e2e.test_writing_tables import cell, doc, words

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
BODY = ".ProseMirror"
SMALL = """() => [...document.querySelectorAll('.edbar button, .edbar select, .ed-menu:not([hidden]) button, .ed-find button')]
  .filter((one) => one.offsetParent).filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 43.5 || height < 43.5; })
  .map((one) => one.getAttribute('aria-label') || one.textContent.trim())"""
ALL = {
    "type": "doc",
    "content": [
        {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "处理"}]},
        {"type": "callout", "attrs": {"kind": "禁忌", "title": "先停药"}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "再查因"}]}]},
        {"type": "taskList", "attrs": {"loose": False}, "content": [{"type": "taskItem", "attrs": {"checked": True}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "核对身份"}]}]}]},
        {"type": "codeBlock", "attrs": {"language": "mermaid"}, "content": [{"type": "text", "text": "flowchart TD\n  A --> B"}]},
        *doc([[cell(f"第{at}列很长的表头", "tableHeader") for at in range(8)], [cell("值") for _ in range(8)]])["content"],
        {"type": "details", "attrs": {"open": False}, "content": [
            {"type": "detailsSummary", "content": [{"type": "text", "text": "更多"}]},
            {"type": "detailsContent", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "隐藏"}]}]}]},
    ],
}  # fmt: skip


@pytest.fixture
def phone(page, site):
    page.set_viewport_size({"width": 390, "height": 780})
    return open_alone(page, site)


@pytest.mark.promise("E29", "W21")
def test_on_a_phone_heading_list_table_and_words_are_made_with_the_bar(phone):
    phone.locator(BODY).click()
    phone.get_by_label("这一段是").select_option("heading-2")
    phone.keyboard.type("交接")
    phone.keyboard.press("Enter")
    phone.get_by_role("button", name="清单", exact=True).click()
    phone.keyboard.type("核对身份")
    phone.keyboard.press("Enter")
    phone.keyboard.press("Enter")
    phone.get_by_role("button", name="表格", exact=True).click()
    phone.get_by_role("dialog", name="插入表格").get_by_role("button", name="插入").click()
    phone.keyboard.type("项目")
    phone.get_by_role("toolbar", name="表格").get_by_role("button", name="下方加行").click()

    made = taken(phone)["content"]
    assert [(block["type"], words(block)) for block in made[:3]] == [
        ("heading", "交接"),
        ("taskList", "核对身份"),
        ("table", "项目"),
    ]
    assert len(made[2]["content"]) == 4
    assert phone.evaluate(SMALL) == []
    assert fits(phone)


@pytest.mark.promise("E29")
def test_the_bar_stands_above_the_keyboard(phone):
    phone.locator(BODY).click()
    bar = phone.locator(".edbar")
    low = bar.bounding_box()

    phone.evaluate("""() => {
      Object.defineProperty(visualViewport, "height", { get: () => 440 });
      visualViewport.dispatchEvent(new Event("resize"));
    }""")
    phone.wait_for_function("() => document.querySelector('.edbar').style.bottom === '340px'")

    high = bar.bounding_box()
    assert (round(low["y"] + low["height"]), round(high["y"] + high["height"])) == (780, 440)


@pytest.mark.promise("E29")
def test_the_menu_at_the_cursor_fits_the_phone(phone):
    phone.locator(BODY).click()
    phone.keyboard.type("/")
    box = phone.locator(".ed-menu:not([hidden])").bounding_box()

    assert box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] >= 0
    assert box["y"] + box["height"] <= phone.locator(".edbar").bounding_box()["y"] + 1
    assert phone.evaluate(SMALL) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_all_blocks_are_right_for_everybody_on_every_screen(page, site, width, theme):
    page.set_viewport_size({"width": width, "height": 900})
    open_alone(page, site)
    page.evaluate("(theme) => (document.documentElement.dataset.theme = theme)", theme)
    put(page, ALL)
    page.locator("td").first.click()
    page.wait_for_selector("[data-when=table]:not([hidden])")

    assert violations(page) == []
    assert fits(page)


def test_the_text_is_found_and_replaced_by_keyboard(page, site):
    open_alone(page, site)
    put(
        page,
        {
            "type": "doc",
            "content": [{"type": "paragraph", "content": [{"type": "text", "text": "血钾高，复查血钾，血钾低"}]}],
        },
    )
    page.locator(BODY).click()
    page.keyboard.press("Control+h")
    page.get_by_label("查找", exact=True).fill("血钾")
    page.get_by_text("第 1 处，共 3 处").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("第 2 处，共 3 处").wait_for()
    page.get_by_label("替换为").fill("K+")
    page.keyboard.press("Enter")
    assert words(taken(page)) == "血钾高，复查K+，血钾低"
    page.get_by_role("button", name="全部替换").click()

    assert words(taken(page)) == "K+高，复查K+，K+低"
    page.keyboard.press("Escape")
    page.locator(".ed-find").wait_for(state="hidden")


def test_everything_is_reached_by_keyboard(page, site):
    open_alone(page, site)
    page.locator(BODY).click()
    page.keyboard.type("甲")
    page.keyboard.press("Enter")
    page.keyboard.type("乙")
    page.keyboard.press("Alt+Shift+ArrowUp")
    assert words(taken(page)) == "乙甲"

    page.keyboard.press("Alt+F10")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "键盘和输入方法"
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement === editor.view.dom")

    page.keyboard.press("Control+/")
    page.get_by_role("dialog", name="键盘和输入方法").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    window = page.get_by_role("dialog", name="链接")
    window.get_by_label("网址或页面").fill("www.nhc.gov.cn")
    window.get_by_label("显示的文字").fill("卫健委")
    page.keyboard.press("Enter")

    assert {
        "type": "text",
        "text": "卫健委",
        "marks": [{"type": "link", "attrs": {"href": "https://www.nhc.gov.cn"}}],
    } in taken(page)["content"][0]["content"]

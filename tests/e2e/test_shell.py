"""The frame and the components in a real browser: by keyboard, at every size, for a screen reader."""

import pytest

from tests.axe import fits, violations

pytestmark = pytest.mark.e2e

SERVED_BY_WORKER = """Promise.race([
  navigator.serviceWorker.ready.then(() => true),
  new Promise((late) => setTimeout(late, 8000, false)),
])"""
SIZES = [(360, 740), (390, 844), (768, 1024), (1440, 900)]


@pytest.fixture
def guide(page, sign_in, cast):
    """The style guide, open before a nurse."""
    sign_in(cast.lin_xiaoman)
    page.goto("/styleguide/")
    return page


def appear(page, theme, size):
    page.evaluate("([theme, size]) => Object.assign(document.documentElement.dataset, {theme, size})", [theme, size])


@pytest.mark.promise("P18")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["", "xlarge"])
def test_every_component_is_right_at_every_size(guide, theme, size):
    for width, height in SIZES:
        guide.set_viewport_size({"width": width, "height": height})
        appear(guide, theme, size)

        assert fits(guide), width
        assert violations(guide) == [], width
    assert guide.violations == []


def test_a_menu_closes_with_escape_and_gives_the_focus_back(guide):
    guide.get_by_label("个人菜单").click()

    guide.keyboard.press("Escape")

    assert guide.locator("details.pop[open]").count() == 0
    assert guide.evaluate("document.activeElement.tagName === 'SUMMARY'")


def test_a_menu_closes_with_a_click_beside_it(guide):
    guide.get_by_label("个人菜单").click()

    guide.click("h1")

    assert guide.locator("details.pop[open]").count() == 0


def test_ctrl_k_and_the_slash_go_to_the_search_box(guide):
    for keys in ("Control+k", "/"):
        guide.keyboard.press(keys)

        assert guide.evaluate("document.activeElement.type") == "search"
        guide.evaluate("document.activeElement.blur()")


def test_a_slash_that_is_typed_stays_a_slash(guide):
    guide.focus("#id_title")

    guide.keyboard.type("a/b")

    assert "a/b" in guide.input_value("#id_title")


def test_a_theme_acts_at_once_and_on_the_next_page(guide, cast):
    guide.get_by_label("个人菜单").click()
    with guide.expect_response("**/appearance/"):
        guide.get_by_text("深色", exact=True).click()

    assert guide.evaluate("document.documentElement.dataset.theme") == "dark"
    guide.reload()
    assert guide.evaluate("document.documentElement.dataset.theme") == "dark"


def test_what_cannot_be_taken_back_is_asked_in_our_own_words(guide):
    guide.get_by_role("button", name="删除", exact=True).click()

    question = guide.get_by_role("dialog")
    assert question.get_by_text("移到回收站后 30 天内可以恢复。").is_visible()
    question.get_by_role("button", name="取消").click()
    assert question.count() == 0


def test_a_dialog_is_opened_and_left_by_keyboard(guide):
    guide.get_by_role("button", name="打开对话框").press("Enter")
    assert guide.get_by_role("dialog", name="移动到").is_visible()

    guide.keyboard.press("Escape")

    assert guide.get_by_role("dialog").count() == 0


def test_tabs_move_with_the_arrow_keys(guide):
    guide.get_by_role("tab", name="预览").focus()

    guide.keyboard.press("ArrowRight")

    assert guide.get_by_role("tabpanel", name="源文").is_visible()
    assert not guide.get_by_role("tabpanel", name="预览").is_visible()


def test_a_line_moves_down_by_its_button(guide):
    guide.get_by_role("button", name="把 周雅宁 下移").click()

    assert guide.locator(".sorter .main").all_inner_texts()[:2] == ["林小满", "周雅宁"]


def test_leaving_with_something_typed_asks_first(guide):
    asked = []
    guide.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    guide.locator("#id_title").press_sequentially("新")

    guide.goto("/offline/")

    assert asked == ["beforeunload"]


@pytest.mark.promise("P20")
def test_without_network_a_page_says_so_and_comes_back(guide):
    assert guide.evaluate(SERVED_BY_WORKER)
    guide.reload()
    guide.context.set_offline(True)
    guide.goto("/styleguide/?again")
    assert guide.get_by_role("heading", name="网络断开了").is_visible()

    guide.context.set_offline(False)

    guide.get_by_role("heading", name="组件一览").wait_for()


@pytest.mark.promise("P18")
def test_paper_shows_the_text_and_not_the_frame(guide):
    guide.emulate_media(media="print")

    assert not guide.locator(".rail").is_visible()
    assert not guide.locator(".topbar").is_visible()
    assert guide.locator("h1").is_visible()


@pytest.mark.promise("P18", "P20")
def test_the_missing_page_reads_well_to_everybody(guide):
    guide.goto("/nothing-here/")

    assert violations(guide) == []

"""Comments while several write: the passage keeps its place, one is led from it to what was said and back."""

import pytest
from playwright.sync_api import expect

from tests.axe import violations
from tests.e2e.together import LIN, TEXT, ZHOU, house, make_house, writers  # noqa: F401  fixtures

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W28", "E26")]
MARKED = f"{TEXT} .noted"
SELECTED = """(words) => getSelection().toString().replaceAll("\u2060", "").replace("周雅宁", "") === words"""


def select_last(writer, words, count):
    writer.go_behind(words)
    for _ in range(count):
        writer.page.keyboard.press("Shift+ArrowLeft")


def comment_on(writer, words, count, said):
    """By the keys; what has just been typed is commented on as well as what is long there."""
    select_last(writer, words, count)
    writer.page.keyboard.press("Control+Alt+m")
    dialog = writer.page.get_by_role("dialog", name="批注")
    dialog.get_by_label("说点什么").fill(said)
    dialog.get_by_role("button", name="发表").click()
    expect(dialog).to_be_hidden()


def marked(writer):
    """In pieces where somebody's cursor stands within."""
    return "".join(writer.page.locator(MARKED).all_text_contents())


def test_a_passage_keeps_its_comment_through_what_others_write(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    zhou.go_behind("第二段")
    zhou.page.keyboard.type("刚写的字")
    zhou.wait_for_state("已保存")

    comment_on(zhou, "刚写的字", 4, "写全")
    expect(zhou.page.locator(MARKED).first).to_be_visible()
    assert marked(zhou) == "刚写的字"
    expect(zhou.page.locator("#comments .body").first).to_contain_text("写全")
    assert [each for each in violations(zhou.page) if "comment" in each or "noted" in each] == []

    lin.page.reload()
    lin.page.locator(MARKED).first.wait_for()
    lin.go_before("第一段")
    lin.page.keyboard.type("更早的字。")
    lin.go_before("第二段")
    lin.page.keyboard.type("同一段里，")
    zhou.sees("同一段里，")
    zhou.sees("更早的字")
    assert marked(zhou) == marked(lin) == "刚写的字"

    lin.page.locator(MARKED).first.click()
    expect(lin.page.get_by_role("tab", name="批注")).to_have_attribute("aria-selected", "true")
    expect(lin.page.locator(".thread.is-on")).to_contain_text("写全")
    lin.go_behind("第一段")
    lin.page.locator("[data-goes]").click()
    lin.page.wait_for_function(SELECTED, arg="刚写的字", timeout=5000)

    lin.page.keyboard.press("Delete")
    expect(zhou.page.locator(MARKED)).to_have_count(0)
    expect(zhou.page.locator(".thread.is-gone")).to_have_count(1)
    assert zhou.violations == lin.violations == zhou.troubles == lin.troubles == []


def test_the_button_comments_too_and_what_is_settled_is_marked_no_more(writers):  # noqa: F811
    (zhou,) = writers(ZHOU)
    select_last(zhou, "第三段", 2)
    zhou.page.get_by_role("button", name="批注", exact=True).first.click()
    zhou.page.get_by_role("dialog", name="批注").get_by_label("说点什么").fill("补单位")
    zhou.page.get_by_role("dialog", name="批注").get_by_role("button", name="发表").click()
    expect(zhou.page.locator(MARKED)).to_have_text("段。")

    zhou.page.get_by_role("button", name="已照此修改").click()

    expect(zhou.page.locator(MARKED)).to_have_count(0)
    assert zhou.violations == zhou.troubles == []


def test_what_others_say_and_settle_comes_at_once_but_never_over_half_a_sentence(writers):  # noqa: F811
    zhou, lin = writers(ZHOU, LIN)
    lin.page.get_by_role("tab", name="批注").click()

    comment_on(zhou, "第二段", 4, "剂量写全")
    expect(lin.page.locator("#comments .body")).to_have_text(["剂量写全"], timeout=5000)
    expect(lin.page.locator(MARKED).first).to_be_visible()

    lin.page.get_by_label("写评论").fill("我觉得")
    lin.go_behind("第一段")
    comment_on(zhou, "第三段", 4, "补出处")
    expect(zhou.page.locator("#comments .body")).to_have_text(["剂量写全", "补出处"])
    lin.page.wait_for_timeout(3000)
    assert lin.page.get_by_label("写评论").input_value() == "我觉得"
    lin.page.get_by_label("写评论").fill("")
    lin.go_behind("第一段")
    expect(lin.page.locator("#comments .body")).to_have_text(["剂量写全", "补出处"], timeout=5000)

    lin.page.locator(".thread", has_text="剂量写全").get_by_role("button", name="标为已解决").click()
    expect(zhou.page.locator(".thread:not(.is-resolved) .body")).to_have_text(["补出处"], timeout=5000)
    assert zhou.violations == lin.violations == zhou.troubles == lin.troubles == []

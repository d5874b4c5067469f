"""People and pages named with “@”: in the editor, the plain editor and comments; by words, pinyin and initials."""

import pytest
from playwright.sync_api import expect

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import Comment
from jobs.testing import run_due
from tests.axe import fits
from tests.cast import make_space
from tests.e2e.alone import open_alone, taken

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("E28")]
MENU = ".ed-menu:not([hidden])"
LIST = "[data-linking-target=list]:not([hidden])"


@pytest.fixture
def rounds(cast):
    """A page that sounds like a colleague: 周雅宁查房记录."""
    space = make_space(cast.qingyu, slug="qingyu")
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("周雅宁查房记录", "正文"))
    publishing.publish(made, by=cast.zhou_yaning)
    run_due()
    return made


def listed(page, menu):
    """Labels and what is offered below them, in order."""
    page.locator(f"{menu} [role=option]").first.wait_for()
    return [words.split("\n")[0].split(" · ")[0] for words in page.locator(f"{menu} > *").all_inner_texts()]


def compose(page, letters, chosen):
    keyboard = page.context.new_cdp_session(page)
    for end in range(1, len(letters) + 1):
        keyboard.send("Input.imeSetComposition", {"text": letters[:end], "selectionStart": end, "selectionEnd": end})
        yield
    keyboard.send("Input.insertText", {"text": chosen})


@pytest.mark.parametrize("typed", ["周雅", "zhouya", "zyn"])
@pytest.mark.parametrize("width", [1440, 390])
def test_people_come_first_and_pages_after_them(page, site, sign_in, cast, rounds, typed, width):
    page.set_viewport_size({"width": width, "height": 844})
    sign_in(cast.zhou_yaning)
    open_alone(page, site).locator(".ProseMirror").click()
    page.keyboard.type(f"见@{typed}")

    assert listed(page, MENU) == ["同事", "周雅宁", "页面", "周雅宁查房记录"]
    assert fits(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    link = {"type": "link", "attrs": {"href": f"page:{rounds.uid}"}}
    assert taken(page)["content"][0]["content"] == [
        {"type": "text", "text": "见"},
        {"type": "text", "text": "周雅宁查房记录", "marks": [link]},
    ]


def test_pages_alone_are_found_after_brackets(page, site, sign_in, cast, rounds):
    sign_in(cast.zhou_yaning)
    open_alone(page, site).locator(".ProseMirror").click()
    page.keyboard.type("见[[zyn")

    assert listed(page, MENU) == ["页面", "周雅宁查房记录"]


@pytest.mark.promise("W4")
def test_a_stranger_is_offered_the_colleague_and_not_the_page(page, site, sign_in, cast, rounds):
    sign_in(cast.zhao_jingxing)
    open_alone(page, site).locator(".ProseMirror").click()
    page.keyboard.type("见@zyn")

    assert listed(page, MENU) == ["同事", "周雅宁"]


def test_a_page_is_offered_when_the_word_is_chosen_and_not_before(page, site, sign_in, cast, rounds):
    sign_in(cast.zhou_yaning)
    open_alone(page, site).locator(".ProseMirror").click()
    page.keyboard.type("@")
    for _letter in compose(page, "chafang", "查房"):
        assert not page.locator(MENU).count()

    assert listed(page, MENU) == ["页面", "周雅宁查房记录"]


def test_the_plain_editor_offers_both_and_writes_markdown(page, site, sign_in, cast, rounds):
    sign_in(cast.zhou_yaning)
    page.goto(f"{site}/wiki/{rounds.uid}/edit/")
    body = page.get_by_label("正文", exact=True)
    body.fill("")
    body.press_sequentially("a@zyn.cn 见@zyn")
    assert listed(page, LIST) == ["同事", "周雅宁", "页面", "周雅宁查房记录"]
    body.press("ArrowDown")
    body.press("Enter")

    expect(body).to_have_value(f"a@zyn.cn 见[周雅宁查房记录](page:{rounds.uid})")


def test_a_comment_offers_people_alone_also_to_who_writes_with_an_input_method(page, site, sign_in, cast, rounds):
    sign_in(cast.lin_xiaoman)
    page.goto(site + rounds.get_absolute_url())
    box = page.get_by_label("写评论")
    box.scroll_into_view_if_needed()
    box.click()
    page.keyboard.type("请@")
    for _letter in compose(page, "zhou", "周"):
        assert not page.locator(LIST).count()
    assert listed(page, LIST) == ["周雅宁"]
    chosen = page.locator(f"{LIST} [aria-selected=true]").get_attribute("id")
    assert box.get_attribute("aria-activedescendant") == chosen
    page.keyboard.press("Enter")
    page.keyboard.type(" 看看 [[zyn")
    page.wait_for_timeout(600)
    assert not page.locator(LIST).count()
    page.get_by_role("button", name="发表").click()
    expect(page.locator(".thread .mention")).to_have_text("@周雅宁")

    assert Comment.objects.get().text == f"请[@周雅宁](mention:{cast.zhou_yaning.uid}) 看看 [[zyn"

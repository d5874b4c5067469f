"""Talking about passages and pages, and proposing changes, in a real browser: desktop, phone, dark, without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from access import audiences
from content.actions import commenting, publishing, writing
from content.actions.writing import Text
from content.models import Comment, ContentPage, Proposal
from tests.axe import fits, violations
from tests.cast import make_space

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W28", "W29", "W65", "E26")]
BODY = "## 第一步\n\n10% 葡萄糖酸钙静脉缓慢推注，**五到十分钟**。\n\n## 第二步\n\n胰岛素加葡萄糖输入。\n"
SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".prose"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
    return true;
  }
  return false;
}"""


@pytest.fixture
def article(cast):
    space = make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)])
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("高钾血症", BODY))
    return ContentPage.objects.get(pk=publishing.publish(made, by=cast.zhou_yaning).pk)


@pytest.fixture
def reader(page, sign_in, cast):
    sign_in(cast.lin_xiaoman)
    return page


def select(page, words):
    page.wait_for_selector(".passage-bar", state="attached")
    assert page.evaluate(SELECT, words)
    expect(page.locator(".passage-bar")).to_be_visible()


@pytest.mark.parametrize(("width", "height", "theme"), [(1440, 900, "light"), (390, 844, "dark")])
def test_selected_words_are_commented_on_marked_and_answered(reader, cast, article, width, height, theme):
    reader.emulate_media(color_scheme=theme)
    reader.set_viewport_size({"width": width, "height": height})
    reader.goto(article.get_absolute_url())

    select(reader, "葡萄糖酸钙静脉缓慢推注")
    reader.get_by_role("button", name="批注").click()
    dialog = reader.get_by_role("dialog", name="批注")
    expect(dialog.get_by_text("葡萄糖酸钙静脉缓慢推注")).to_be_visible()
    dialog.get_by_label("说点什么").fill("请写明几支")
    assert violations(reader) == []
    dialog.get_by_role("button", name="发表").click()

    expect(reader.locator("mark.noted")).to_have_text("葡萄糖酸钙静脉缓慢推注")
    expect(dialog).to_be_hidden()
    assert Comment.objects.get().quote == "葡萄糖酸钙静脉缓慢推注"

    reader.get_by_role("button", name="批注，1 条").click()
    talk = reader.locator("#passage-talk")
    talk.get_by_text("回复").first.click()
    talk.get_by_label("回复 林小满").fill("一支 10 mL")
    talk.get_by_role("button", name="回复").click()
    expect(talk.locator(".reply")).to_contain_text("一支 10 mL")
    assert violations(reader) == []
    assert fits(reader)
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("button", name="批注，2 条")).to_be_visible()
    assert violations(reader) == []
    assert reader.violations == []


def test_the_comment_is_settled_below_the_page_and_its_mark_goes(reader, cast, article):
    commenting.comment(article, by=cast.lin_xiaoman, text="请写明几支", passage=("葡萄糖酸钙", "", ""))
    reader.goto(article.get_absolute_url())
    expect(reader.locator("mark.noted")).to_have_count(1)

    reader.get_by_role("button", name="标为已解决").click()

    expect(reader.get_by_role("button", name="重新打开")).to_be_attached()
    expect(reader.locator("mark.noted")).to_have_count(0)


def test_a_notice_leads_to_the_comment_and_the_comment_to_its_passage(reader, cast, article):
    made = commenting.comment(article, by=cast.zhou_yaning, text="再核对", passage=("五到十分钟", "", ""))
    reader.set_viewport_size({"width": 1000, "height": 300})

    reader.goto(f"{article.get_absolute_url()}#comment-{made.uid}")

    expect(reader.locator(f"#comment-{made.uid}")).to_be_in_viewport()
    reader.get_by_role("button", name="五到十分钟", exact=True).click()
    expect(reader.locator("mark.noted").first).to_be_in_viewport()


def test_words_across_blocks_and_signs_are_found_again(reader, cast, article):
    commenting.comment(
        article, by=cast.zhou_yaning, text="整段", passage=("缓慢推注，五到十分钟。第二步胰岛素", "", "")
    )

    reader.goto(article.get_absolute_url())

    expect(reader.locator(".noted-sign")).to_have_count(1)
    assert "".join(reader.locator("mark.noted").all_text_contents()) == "缓慢推注，五到十分钟。第二步胰岛素"


@pytest.mark.parametrize("width", [390, 1440])
def test_a_reader_puts_a_passage_otherwise_and_the_maintainer_takes_it_over(reader, cast, article, sign_in, width):
    reader.set_viewport_size({"width": width, "height": 844})
    reader.goto(article.get_absolute_url())
    select(reader, "输入")
    reader.get_by_role("button", name="建议改为").click()
    reader.get_by_label("建议改为").fill("十五分钟以上输入")
    reader.get_by_label("理由").fill("太快会低血糖")
    assert violations(reader) == []
    assert fits(reader)
    reader.get_by_role("button", name="提交建议").click()
    expect(reader.locator(".diff ins").last).to_contain_text("十五分钟以上")
    assert fits(reader)

    sign_in(cast.zhou_yaning)
    reader.goto(reverse("portal:waiting"))
    reader.get_by_role("link", name="看建议").click()
    assert violations(reader) == []
    reader.get_by_role("button", name="采纳", exact=True).click()

    expect(reader.locator(".prose")).to_contain_text("胰岛素加葡萄糖十五分钟以上输入。")
    assert Proposal.objects.get().outcome == "accepted"
    sign_in(cast.lin_xiaoman)
    reader.goto(reverse("content:proposals"))
    expect(reader.get_by_text("已采纳")).to_be_visible()
    assert violations(reader) == []
    assert reader.violations == []


def test_whether_it_helped_how_many_read_it_and_a_word_to_the_maintainer(reader, cast, article):
    reader.goto(article.get_absolute_url())
    reader.mouse.wheel(0, 5000)
    reader.get_by_role("button", name="还没有").click()
    reader.get_by_role("link", name="写给维护人").click()
    reader.get_by_label("写评论").fill("少了复查时间")
    reader.get_by_role("button", name="发表").click()

    expect(reader.locator("#comments .comment .body").first).to_contain_text("少了复查时间")
    assert violations(reader) == []


def test_the_maintainer_takes_a_comment_over_as_a_change(reader, cast, article, sign_in):
    made = commenting.comment(article, by=cast.lin_xiaoman, text="请写明几支", passage=("葡萄糖酸钙", "", ""))
    sign_in(cast.zhou_yaning)
    reader.goto(f"{article.get_absolute_url()}#comment-{made.uid}")

    reader.get_by_role("link", name="照此修改正文").click()

    expect(reader.get_by_text("请写明几支")).to_be_visible()


def test_the_draft_has_a_talk_of_its_own(reader, cast, article, sign_in):
    commenting.comment(article, by=cast.zhou_yaning, text="先查说明书", passage=("葡萄糖酸钙", "", ""), on_draft=True)
    sign_in(cast.zhou_yaning)

    reader.goto(reverse("content:draft", args=[article.uid]))

    expect(reader.locator("mark.noted")).to_have_text("葡萄糖酸钙")
    reader.get_by_role("button", name="批注，1 条").click()
    expect(reader.locator("#passage-talk")).to_contain_text("先查说明书")
    assert violations(reader) == []


def test_without_scripts_one_comments_answers_and_settles(chromium, site, client, cast, article):
    client.force_login(cast.lin_xiaoman)
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    context.add_cookies([{"name": name, "value": each.value, "url": site} for name, each in client.cookies.items()])
    page = context.new_page()

    page.goto(article.get_absolute_url())
    page.get_by_role("link", name="评论", exact=True).click()
    page.get_by_label("写评论").fill("少了复查时间")
    page.get_by_role("button", name="发表").click()
    page.get_by_text("回复", exact=True).first.click()
    page.get_by_label("回复 林小满").fill("两小时后")
    page.get_by_role("button", name="回复").click()
    page.get_by_role("button", name="标为已解决").click()

    assert [each.text for each in Comment.objects.order_by("pk")] == ["少了复查时间", "两小时后"]
    assert Comment.objects.get(answers=None).resolution.by == cast.lin_xiaoman
    context.close()

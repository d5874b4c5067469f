"""Reading, finding, writing, publishing and approving in a real browser."""

import pytest
from django.urls import reverse

from access import audiences
from activity import counting
from content.actions import publishing, writing
from content.actions.spaces import demand_approval
from content.actions.writing import Text
from content.models import ContentPage, Draft
from jobs.testing import run_due
from org.choices import RoleKind
from org.models import Role
from tests.axe import fits, violations
from tests.cast import LONG_AGO, make_space

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
SIZES = [(360, 740), (1440, 900)]
LONG = "\n\n".join(f"## 第 {number} 节\n\n" + "核对姓名、床号和用药。" * 60 for number in range(1, 9))
BODY = "textarea[name=body]"


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.shen_zhixia)])


@pytest.fixture
def article(cast, space):
    return live(space, cast.zhou_yaning, "床旁交接", LONG)


@pytest.fixture
def writer(page, sign_in, cast):
    """林小满 at the browser."""
    sign_in(cast.lin_xiaoman)
    return page


def live(parent, by, title, body="正文。\n"):
    made = publishing.publish(writing.create(parent, "article", by=by, text=Text(title, body)), by=by)
    return ContentPage.objects.get(pk=made.pk)


# -- reading


@pytest.mark.promise("W58")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_screens_of_knowledge_are_right_for_everybody(writer, space, article, theme):
    writer.emulate_media(color_scheme=theme)
    addresses = [
        reverse("content:library"),
        space.get_absolute_url(),
        article.get_absolute_url(),
        reverse("content:history", args=[article.uid]),
        reverse("content:edit", args=[article.uid]),
        reverse("wiki:cases"),
        reverse("wiki:regulations"),
    ]
    for address in addresses:
        writer.goto(address)
        assert violations(writer) == [], address
        for width, height in SIZES:
            writer.set_viewport_size({"width": width, "height": height})
            assert fits(writer), (address, width)
    assert writer.violations == []


@pytest.mark.promise("W10")
def test_without_scripts_one_reads_finds_and_writes(chromium, site, client, cast, space, article):
    client.force_login(cast.lin_xiaoman)
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    context.add_cookies([{"name": name, "value": each.value, "url": site} for name, each in client.cookies.items()])
    page = context.new_page()

    page.goto(space.get_absolute_url())
    page.get_by_label("在目录里查找").fill("交接")
    page.get_by_label("在目录里查找").press("Enter")
    page.locator("main").get_by_role("link", name="床旁交接").click()
    assert page.get_by_role("heading", name="第 8 节").is_visible()
    page.get_by_label("更多操作").click()
    page.get_by_role("link", name="全部操作").click()
    page.get_by_role("link", name="新建子页面").click()
    page.get_by_label("标题", exact=True).fill("夜班交接")
    page.locator(BODY).fill("先看监护。")
    page.get_by_role("button", name="保存草稿").first.click()

    assert page.get_by_text("先看监护。").is_visible()
    context.close()


@pytest.mark.promise("W63")
def test_a_long_text_is_gone_on_with_where_one_stopped(writer, article):
    writer.goto(article.get_absolute_url())
    writer.get_by_role("heading", name="第 5 节").evaluate("heading => heading.scrollIntoView()")
    with writer.expect_response("**/place/"):
        writer.locator(".toc a[aria-current]").get_by_text("第 5 节").wait_for()
    counting.flush()
    writer.goto(article.get_absolute_url())
    writer.get_by_role("link", name="回到上次读到的地方：第 5 节").click()

    assert writer.evaluate("scrollY") > 1000
    assert writer.violations == []


@pytest.mark.promise("W38")
def test_the_tree_opens_level_by_level(writer, cast, space, article):
    live(live(article, cast.zhou_yaning, "夜班交接"), cast.zhou_yaning, "凌晨交接")
    writer.goto(space.get_absolute_url())
    tree = writer.locator(".side .tree-all")
    assert tree.get_by_text("夜班交接").count() == 0

    tree.get_by_role("button", name="展开 床旁交接").press("Enter")
    tree.get_by_role("button", name="展开 夜班交接").press("Enter")

    tree.get_by_role("link", name="凌晨交接").wait_for()


def test_what_is_found_stands_in_place_of_the_tree_until_the_field_is_empty(writer, cast, space, article):
    live(space, cast.zhou_yaning, "脓毒症")
    writer.goto(space.get_absolute_url())
    field, side = writer.get_by_label("在目录里查找"), writer.locator(".side")

    field.press_sequentially("脓毒")
    side.get_by_role("link", name="床旁交接").wait_for(state="hidden")
    assert side.get_by_role("link", name="脓毒症").count() == 1
    field.fill("")

    side.get_by_role("link", name="床旁交接").wait_for()


def test_the_menu_of_a_page_comes_when_it_is_opened(writer, article):
    writer.goto(article.get_absolute_url())

    writer.get_by_label("更多操作").press("Enter")

    writer.get_by_role("button", name="仍然正确").wait_for()
    assert violations(writer) == []
    assert writer.violations == []


# -- writing


@pytest.mark.promise("W8")
def test_a_killed_tab_loses_nothing_and_unsaved_words_are_told_on_every_width(writer, article):
    address = reverse("content:edit", args=[article.uid])
    writer.goto(address)
    assert violations(writer) == []
    for width, height in SIZES:
        writer.set_viewport_size({"width": width, "height": height})
        writer.locator(BODY).press_sequentially("抢")
        assert writer.get_by_text("还没有保存").is_visible()
    writer.locator(BODY).fill("抢救车每天核对。")
    asked = []
    writer.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    writer.get_by_text("已保存到草稿 ").wait_for()
    writer.goto("/library/")

    writer.goto(address)
    writer.get_by_role("button", name="恢复").click()

    assert asked == ["beforeunload"]
    assert writer.locator(BODY).input_value() == "抢救车每天核对。"
    assert writer.violations == []


def test_a_page_is_linked_by_its_title_and_previewed(writer, cast, space, article):
    live(space, cast.zhou_yaning, "脓毒症集束")
    run_due()
    writer.goto(reverse("content:edit", args=[article.uid]))
    writer.locator(BODY).fill("")
    writer.locator(BODY).press_sequentially("先看[[脓毒症")
    writer.get_by_role("option", name="脓毒症集束").wait_for()
    writer.keyboard.press("Enter")

    writer.get_by_role("button", name="预览").click()

    writer.get_by_role("region", name="预览").get_by_role("link", name="脓毒症集束").wait_for()
    assert violations(writer) == []
    assert writer.violations == []


def test_a_page_is_written_and_published(writer, cast, space):
    writer.goto(reverse("content:new", args=[space.slug]))
    writer.get_by_label("标题", exact=True).fill("抢救车")
    writer.locator(BODY).fill("每天核对。")
    writer.get_by_role("button", name="保存草稿").click()
    writer.get_by_role("link", name="发布").click()
    assert violations(writer) == []

    writer.get_by_role("button", name="发布").click()

    writer.get_by_text("已发布。").wait_for()
    assert ContentPage.objects.get(title="抢救车").live
    assert not Draft.objects.exists()
    assert writer.violations == []


def test_two_people_who_changed_the_same_words_choose(writer, cast, space):
    page = live(space, cast.zhou_yaning, "值班", "值班电话是 8200。\n")
    writer.goto(reverse("content:edit", args=[page.uid]))
    writer.locator(BODY).fill("值班电话是 8211。\n")
    other = Text("值班", "值班电话是 8222。\n")
    writing.save(page.specific, by=cast.zhou_yaning, base=page.latest_revision_id, text=other)

    writer.get_by_role("button", name="保存").click()
    writer.get_by_role("heading", name="两个人改了同一处").wait_for()
    assert violations(writer) == []
    for width, height in SIZES:
        writer.set_viewport_size({"width": width, "height": height})
        assert fits(writer)
    writer.get_by_label("用我的").check()
    writer.get_by_role("button", name="保存合并的结果").click()

    writer.locator(".prose").get_by_text("8211").wait_for()
    assert writer.violations == []


@pytest.mark.promise("W9")
def test_a_clash_shows_what_each_changed_and_takes_own_words(writer, cast, space):
    page = live(space, cast.zhou_yaning, "值班", "值班电话是 8200。\n\n## 交接\n\n口头交接。\n")
    writer.goto(reverse("content:edit", args=[page.uid]))
    writer.locator(BODY).fill("值班电话是 8211。\n\n## 交接\n\n口头交接。\n")
    other = Text("值班", "值班电话是 8222。\n\n## 交接\n\n床旁交接。\n")
    writing.save(page.specific, by=cast.zhou_yaning, base=page.latest_revision_id, text=other)
    writer.get_by_role("button", name="保存").click()

    assert writer.locator(".side-pick ins").all_inner_texts() == ["8211", "8222"]
    assert writer.locator(".merge-list").get_by_text("采用对方的").is_visible()
    writer.get_by_label("用 周雅宁 的").check()
    assert writer.get_by_label("合并后的这一段").input_value() == "值班电话是 8222。"
    writer.get_by_label("合并后的这一段").fill("值班电话是 8233。")
    assert writer.get_by_text("已选定 1 / 1").is_visible()
    assert violations(writer) == []
    writer.get_by_role("button", name="保存合并的结果").click()

    writer.locator(".prose").get_by_text("8233").wait_for()
    assert writer.locator(".prose").get_by_text("床旁交接").is_visible()
    assert writer.violations == []


@pytest.mark.promise("W8")
def test_that_words_are_unsaved_is_told_wherever_one_has_scrolled_to(writer, cast, space):
    page = live(space, cast.zhou_yaning, "长文", "一行。\n" * 300)
    for width, height in SIZES:
        writer.set_viewport_size({"width": width, "height": height})
        writer.goto(reverse("content:edit", args=[page.uid]))
        writer.locator(BODY).evaluate("area => { area.style.height = '4000px' }")
        writer.locator(BODY).press_sequentially("抢")
        writer.evaluate("scrollTo(0, 2500)")
        state = writer.get_by_text("还没有保存").bounding_box()
        assert 0 <= state["y"] < height, width


def test_a_table_is_put_in_from_the_toolbar(writer, space):
    for width, height in SIZES:
        writer.set_viewport_size({"width": width, "height": height})
        writer.goto(reverse("content:new", args=[space.slug]))
        writer.get_by_label("表格").click()
        writer.get_by_label("行", exact=True).fill("2")
        writer.get_by_role("button", name="插入").click()
        assert writer.locator(BODY).input_value().count("|") == 16, width
        writer.get_by_role("button", name="撤销").click()
        assert writer.locator(BODY).input_value() == ""


@pytest.mark.promise("W58")
def test_a_change_is_approved_by_keyboard(page, sign_in, cast, space, article):
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    demand_approval(space, RoleKind.APPROVER, by=cast.shen_zhixia)
    text = Text("床旁交接", "只交接要点。\n")
    writing.save(article.specific, by=cast.zhou_yaning, base=article.latest_revision_id, text=text)
    state = publishing.submit(ContentPage.objects.get(pk=article.pk).specific, by=cast.zhou_yaning)
    sign_in(cast.shen_zhixia)

    page.goto(reverse("content:approval", args=[state.current_task_state.pk]))
    assert violations(page) == []
    page.get_by_label("意见").focus()
    page.keyboard.type("同意。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/waiting/")

    assert ContentPage.objects.get(pk=article.pk).specific.body == "只交接要点。\n"
    assert page.violations == []

"""The workbench, the inbox and the search box in a real browser."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from access import audiences
from access.models import AccessRequest
from activity import actions, counting
from activity.about import type_of
from content.models import ContentPage, Draft
from jobs.testing import run_due
from notifications.sending import send
from org.choices import RoleKind
from org.models import Role
from portal.models import ModuleLink
from tests.axe import fits, violations
from tests.cast import make_space
from ui.days import today
from wiki.models import Article

pytestmark = pytest.mark.e2e

SIZES = [(360, 740), (390, 844), (768, 1024), (1440, 900)]
SCREENS = ("/", "/waiting/", "/inbox/", "/search/?q=高钾", "/search/?q=没有的", "/portal/links/", "/recent/")


@pytest.fixture
def busy(cast):
    """A physician with work to do: doors, things waiting, drafts, notices."""
    me, space = cast.zhou_yaning, make_space(cast.qingyu, slug="qingyu", title="心血管内科知识库")
    everyone = [audiences.everyone_in(cast.group)]
    for place, (name, icon, colour) in enumerate(
        [
            ("我的排班", "calendar-days", "notice"),
            ("检验手册", "test-tube", "case"),
            ("不良事件上报", "clipboard-pen", "alert"),
        ]
    ):
        audience = audiences.intern(everyone)
        ModuleLink.objects.create(
            unit=cast.qingyu, name=name, icon=icon, colour=colour, order=place, audience=audience, address="/inbox/"
        )
    for place, title in enumerate(("成人高钾血症的识别与急诊处理", "急性胸痛接诊流程", "透析患者的高钾处理")):
        page = space.add_child(instance=Article(title=title, maintainer=me))
        ContentPage.objects.filter(pk=page.pk).update(
            valid_until=today() + datetime.timedelta(days=place - 1), last_published_at=timezone.now()
        )
        counting.count(me, ContentPage, page.pk)
        counting.flush()
        actions.favourite(me, page)
    Draft.objects.create(person=me, page=page, parent=space, kind="article", title="透析患者的高钾处理（改）")
    about = {"about_type": type_of(ContentPage), "about_id": page.pk}
    AccessRequest.objects.create(person=cast.zhao_jingxing, reason="我院想照着做一份，先看一看步骤。", **about)
    what = {"about": [type_of(ContentPage).pk, page.pk], "actor": cast.xu_wenbo.pk, "values": {"reason": "想看步骤"}}
    for key, days in (("a", 0), ("b", 0), ("c", 1)):
        at = timezone.now() - datetime.timedelta(days=days)
        send([me.pk], kind="access.asked", key=key, at=at, **what)
    return me


@pytest.fixture
def desk(page, sign_in, busy):
    sign_in(busy)
    page.emulate_media(reduced_motion="reduce")  # colours on their way from light to dark have no contrast
    page.goto("/")
    page.wait_for_selector("#h-favourites")
    return page


@pytest.mark.promise("P18", "W58")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["", "xlarge"])
def test_every_screen_is_right_at_every_size(desk, theme, size):
    for address in SCREENS:
        desk.goto(address)
        desk.wait_for_load_state("networkidle")
        for width, height in SIZES:
            desk.set_viewport_size({"width": width, "height": height})
            desk.evaluate(
                "([t, s]) => Object.assign(document.documentElement.dataset, {theme: t, size: s})", [theme, size]
            )
            desk.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")

            assert fits(desk), (address, width)
            assert violations(desk) == [], (address, width)
    assert desk.violations == []


def test_the_costly_cards_come_after_the_page(desk):
    desk.locator("#h-popular").wait_for()
    desk.locator("#h-changes").wait_for()
    assert desk.locator(".sk").count() == 0


@pytest.mark.promise("W58")
def test_the_search_box_offers_titles_and_is_used_by_keyboard(desk):
    run_due()
    desk.keyboard.press("/")
    desk.keyboard.type("高钾", delay=30)
    desk.wait_for_selector(".sug-o")
    assert desk.locator("#q").get_attribute("aria-expanded") == "true"
    assert violations(desk) == []

    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    assert desk.locator('.sug-o[aria-selected="true"]').count() == 1
    chosen = desk.locator('.sug-o[aria-selected="true"]').get_attribute("id")
    assert desk.locator("#q").get_attribute("aria-activedescendant") == chosen
    desk.keyboard.press("Enter")

    desk.wait_for_url("**/wiki/**")


def test_escape_closes_what_is_offered_and_enter_searches(desk):
    run_due()
    desk.locator("#q").fill("高钾")
    desk.wait_for_selector(".sug-o")
    desk.keyboard.press("Escape")
    assert desk.locator(".sug-o").count() == 0

    desk.keyboard.press("Enter")

    desk.wait_for_url("**/search/?q=*")
    assert desk.locator(".hit").count() == 2


def test_all_notices_are_read_and_taken_back_and_the_bell_follows(desk):
    desk.goto("/inbox/")
    assert desk.locator("#bell .dot-badge").inner_text() == "3"

    desk.get_by_role("button", name="全部标为已读").click()
    desk.wait_for_selector("text=3 条已标为已读")
    expect(desk.locator("#bell .dot-badge")).to_be_hidden()

    desk.get_by_role("button", name="撤销").click()
    desk.wait_for_selector("#bell .dot-badge")
    assert desk.locator(".ntc.is-unread").count() == 3


@pytest.mark.promise("P17")
def test_quick_links_are_put_in_order_by_keyboard_and_by_dragging(desk, busy):
    def names():
        return desk.locator(".sorter .title").all_inner_texts()

    desk.goto("/portal/links/")
    assert names() == ["我的排班", "检验手册", "不良事件上报"]
    down = desk.get_by_role("button", name="把 我的排班 下移")
    down.focus()
    with desk.expect_response("**/order/"):
        desk.keyboard.press("Enter")
    assert names() == ["检验手册", "我的排班", "不良事件上报"]

    grip, first = desk.locator(".sorter .grip").nth(2).bounding_box(), desk.locator(".sorter").first.bounding_box()
    desk.mouse.move(grip["x"] + 5, grip["y"] + 5)
    desk.mouse.down()
    desk.mouse.move(grip["x"] + 5, first["y"] + 2, steps=8)
    with desk.expect_response("**/order/"):
        desk.mouse.up()

    desk.goto("/")
    assert desk.locator(".mods a").all_inner_texts() == ["不良事件上报", "检验手册", "我的排班", "自定义"]


@pytest.mark.promise("P17")
def test_an_administrator_adds_a_door_with_icon_and_audience(page, sign_in, cast):
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.ADMINISTRATOR, unit=cast.qingyu)
    sign_in(cast.shen_zhixia)
    page.goto("/portal/modules/new/")
    assert violations(page) == []

    page.get_by_label("名称").fill("影像调阅")
    page.get_by_label("地址").fill("/inbox/")
    page.get_by_label("警灯").check(force=True)
    page.get_by_label("红").check(force=True)

    assert page.violations == []

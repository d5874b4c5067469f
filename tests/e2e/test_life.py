"""The life of a page in a real browser: sent back, approved, handed over, past an approval; new screens are right."""

import re

import pytest
from django.urls import reverse

from access import audiences
from content.actions import publishing, requests, writing
from content.actions.spaces import demand_approval
from content.actions.writing import Text
from content.models import ContentPage
from jobs.testing import run_due
from org.choices import RoleKind
from org.models import Role
from tests.axe import fits, violations
from tests.cast import LONG_AGO, make_space
from tests.content.pages import FIRST, save, step

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
SIZES = [(360, 740), (1440, 900)]
BODY = "textarea[name=body]"


@pytest.fixture
def article(cast):
    """A live page of 周雅宁 where 沈知夏 approves; 韩予安 administers the hospital."""
    space = make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.shen_zhixia)])
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("床旁交接", FIRST))
    publishing.publish(made, by=cast.zhou_yaning)
    for person, kind in ((cast.shen_zhixia, RoleKind.APPROVER), (cast.han_yuan, RoleKind.ADMINISTRATOR)):
        Role.objects.create(person=person, kind=kind, unit=cast.qingyu, starts_on=LONG_AGO)
    demand_approval(space, RoleKind.APPROVER, by=cast.shen_zhixia)
    return ContentPage.objects.get(pk=made.pk)


def submitted(article, by, body="第一段改过。\n"):
    save(article, by, body)
    publishing.submit(article, by=by, reason="更新")
    return step()


def look(page):
    """Right for everybody, at the narrowest and at the usual width."""
    assert violations(page) == [], page.url
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert fits(page), (page.url, width)


@pytest.mark.promise("W12", "W58")
def test_a_change_is_sent_back_with_words_comes_again_and_goes_live(page, sign_in, cast, article):
    submitted(article, cast.zhou_yaning)
    sign_in(cast.shen_zhixia)
    page.goto("/waiting/?kind=approvals")
    look(page)
    page.get_by_role("link", name="发布《床旁交接》").click()
    page.get_by_label("意见").fill("请写清由谁核对")
    page.get_by_role("button", name="退回修改").click()
    page.wait_for_url("**/waiting/")
    run_due()

    sign_in(cast.zhou_yaning)
    page.goto("/inbox/")
    page.get_by_role("link", name=re.compile("退回了您对《床旁交接》的修改")).click()
    page.get_by_text("请写清由谁核对").wait_for()
    look(page)
    page.get_by_role("link", name="继续编辑").click()
    page.get_by_label("更多操作").click()
    page.get_by_role("link", name="简单编辑").click()
    page.locator(BODY).fill("护士长核对。")
    page.get_by_role("button", name="保存").first.click()
    page.get_by_role("link", name="再次提交").click()
    page.get_by_role("button", name="提交审批").click()
    page.get_by_text("正在审批").wait_for()
    look(page)

    sign_in(cast.shen_zhixia)
    page.goto(reverse("content:approval", args=[step().pk]))
    page.get_by_text("护士长核对").wait_for()
    look(page)
    page.get_by_role("button", name="同意发布").click()
    page.wait_for_url("**/waiting/")

    assert ContentPage.objects.get(pk=article.pk).body.strip() == "护士长核对。"
    assert page.violations == []


@pytest.mark.promise("W13", "W58")
def test_an_administrator_publishes_past_the_approval_with_a_reason(page, sign_in, cast, article):
    state = submitted(article, cast.zhou_yaning)
    sign_in(cast.han_yuan)
    page.goto(reverse("content:override", args=[state.pk]))
    look(page)
    page.get_by_label("原因").fill("明早检查")
    page.get_by_role("button", name="未经审批发布").click()
    page.get_by_text("已未经审批发布").wait_for()

    page.goto(reverse("content:history", args=[article.uid]))
    assert page.get_by_text("原因：明早检查").is_visible()
    look(page)
    assert page.violations == []


@pytest.mark.promise("W44", "W58")
def test_pages_are_picked_and_handed_to_a_colleague(page, sign_in, cast, article):
    sign_in(cast.zhou_yaning)
    page.goto("/maintained/")
    look(page)
    page.get_by_label("选择：床旁交接").check()
    page.get_by_role("button", name="转交选中的").click()
    look(page)
    page.get_by_label("交给谁").fill("QY10874")
    page.get_by_label("原因").fill("轮岗")
    page.get_by_role("button", name="转交", exact=True).click()
    page.get_by_text("已把 1 页交给 林小满").wait_for()

    assert ContentPage.objects.get(pk=article.pk).maintainer == cast.lin_xiaoman
    assert page.violations == []


@pytest.mark.promise("W42", "W58")
def test_several_requests_are_picked_and_answered(page, sign_in, cast, article):
    for person in (cast.zhao_jingxing, cast.xu_wenbo):
        requests.ask(person, article.uid, "想看")
    sign_in(cast.zhou_yaning)
    page.goto("/waiting/?kind=requests")
    page.get_by_label("全选").check()
    look(page)
    page.get_by_role("button", name="同意选中的 30 天").click()
    page.get_by_text("处理了 2 条").wait_for()
    look(page)

    assert ContentPage.objects.visible_to(cast.zhao_jingxing).filter(pk=article.pk).exists()
    assert page.violations == []

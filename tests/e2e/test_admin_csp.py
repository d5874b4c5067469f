"""Wagtail's admin in a real browser, under a policy that lets no inline script run."""

import re

import pytest
from django.urls import URLResolver, get_resolver

from access import audiences
from content.actions import writing
from content.actions.writing import Text
from content.roots import library
from tests.cast import make_space

pytestmark = pytest.mark.e2e

OF_A_PAGE = ["", "add_subpage/", "edit/", "history/", "move/", "copy/", "delete/", "unpublish/", "usage/"]


@pytest.fixture
def administrator(cast):
    """Sees every screen: all of Wagtail's rights, and a space to keep."""
    cast.lu_zhixing.is_superuser = True
    cast.lu_zhixing.save()
    return cast.lu_zhixing


@pytest.fixture
def space(cast):
    return make_space(cast.office, slug="yiwu", stewards=[audiences.everyone_in(cast.office)])


@pytest.fixture
def article(administrator, space):
    return writing.create(space, "article", by=administrator, text=Text("会议纪要", "正文。\n"))


def plain_addresses(patterns, before="/"):
    """Every address that needs nothing but itself."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from plain_addresses(pattern.url_patterns, address)
        elif re.fullmatch(r"/admin/[\w/-]*", address):
            yield address


def is_a_screen(response):
    return response.status_code == 200 and b"<html" in response.content


def test_every_screen_of_the_admin_keeps_the_policy(page, sign_in, client, administrator, space, article):
    sign_in(administrator)
    addresses = {*plain_addresses(get_resolver().url_patterns)} - {"/admin/failwhale/"}  # it fails to show that it can
    addresses |= {f"/admin/pages/{each.pk}/{what}" for each in (space, article) for what in OF_A_PAGE}
    screens = sorted(address for address in addresses if is_a_screen(client.get(address)))

    for screen in screens:
        page.goto(screen)

    assert {"/admin/", "/admin/workflows/add/", f"/admin/pages/{article.pk}/edit/"} <= set(screens)
    assert page.violations == []


def test_a_day_is_picked_from_the_calendar(page, sign_in, administrator):
    sign_in(administrator)
    page.goto("/admin/reports/site-history/")

    page.get_by_role("button", name="显示过滤器").click()
    page.get_by_role("button", name="日期").click()
    page.locator("#id_timestamp_0").click()
    page.locator(".xdsoft_datetimepicker:visible td.xdsoft_today").click()

    assert page.locator("#id_timestamp_0").input_value()
    assert page.violations == []


def test_a_page_is_chosen_in_the_dialog(page, sign_in, administrator):
    sign_in(administrator)
    page.goto("/admin/workflows/add/")

    page.get_by_role("button", name="选择一个页面").click()
    page.get_by_role("dialog").get_by_role("link", name="知识库", exact=True).click()
    page.get_by_role("dialog").wait_for(state="detached")

    assert page.locator("#id_pages-0-page").input_value() == str(library().pk)
    assert page.violations == []


def test_a_row_added_to_a_form_is_alive_at_once(page, sign_in, administrator):
    """Wagtail's multiple chooser fills the new row in the same task, so waiting for Stimulus would be too late."""
    sign_in(administrator)
    page.goto("/admin/workflows/add/")
    page.locator("#id_workflow_tasks-ADD").wait_for()

    waiting = page.evaluate("""() => {
      document.getElementById("id_workflow_tasks-ADD").click();
      return document.querySelectorAll("[data-controller=app-call]").length;
    }""")
    page.locator("#id_workflow_tasks-0-task-chooser [data-chooser-action-choose]:visible").click()
    page.get_by_role("dialog").wait_for()

    assert waiting == 0
    assert page.violations == []


def test_an_inline_script_does_not_run(page, sign_in, administrator):
    sign_in(administrator)
    page.goto("/admin/")

    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")
    page.wait_for_timeout(100)

    assert page.evaluate("window.ran") is None
    assert page.violations == ["/admin/ script-src-elem inline "]


def test_only_wagtails_own_widgets_can_be_started_from_the_page(page, sign_in, administrator):
    sign_in(administrator)
    page.goto("/admin/")

    page.evaluate("""() => {
      window.gadget = () => { window.ran = true };
      const call = '<span data-controller="app-call" data-app-call-name-value="gadget">[]</span>';
      document.body.insertAdjacentHTML("beforeend", call);
    }""")
    page.locator("[data-controller=app-call]").wait_for(state="detached")

    assert page.evaluate("window.ran") is None

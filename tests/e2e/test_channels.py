"""Channels in a browser: an issue is put together by keys and goes out; a reader reads it to its end."""

import pytest
from django.urls import reverse

from subscriptions.actions import composing
from subscriptions.models import Follow, IssuePost, Like, PostRead, Release
from tests.axe import violations
from tests.subscriptions.conftest import open_channel, out, written

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]


def order(issue):
    return [place.post.draft_title for place in IssuePost.objects.filter(issue=issue).select_related("post")]


@pytest.mark.promise("S4")
def test_an_issue_is_put_in_order_by_keys_checked_and_sent(page, sign_in, site, cast):
    editor = cast.zhou_yaning
    issue = composing.begin(open_channel(cast), by=editor)
    for title in ("甲篇", "乙篇", "丙篇"):
        written(issue, title, editor)
    sign_in(editor)
    page.goto(issue.get_absolute_url())
    assert violations(page) == []

    page.get_by_role("button", name="第 3 篇上移").focus()
    page.keyboard.press("Enter")
    page.locator(".iss-item").nth(1).get_by_text("丙篇").wait_for()
    page.locator(".phone-in .post-line").nth(0).get_by_text("丙篇").wait_for()
    assert order(issue) == ["甲篇", "丙篇", "乙篇"]
    page.get_by_role("button", name="第 2 篇上移").focus()
    page.keyboard.press("Enter")
    page.locator(".phone-in .post-lead").get_by_text("丙篇").wait_for()
    for _tick in range(2):
        page.get_by_role("button", name="确认").first.click()
        page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="发出", exact=True).click()
    page.get_by_text("已发出").first.wait_for()

    assert Release.objects.get().is_pushed
    assert order(issue) == ["丙篇", "甲篇", "乙篇"]


@pytest.mark.promise("S14", "S15", "S20")
@pytest.mark.parametrize("width", [360, 1440])
def test_a_post_is_read_to_its_end_and_liked(page, sign_in, cast, width):
    channel = open_channel(cast)
    Follow.objects.create(channel=channel, person=cast.lin_xiaoman)
    wide = f"| 一 | 二 |\n| --- | --- |\n| {'长' * 90} | 二 |"
    body = "\n\n".join([*["一段很长的文字，写夜里的走廊。" * 12] * 20, wide])
    issue = composing.begin(channel, by=cast.zhou_yaning)
    written(issue, "凌晨四点的走廊" * 6, cast.zhou_yaning, body=body)
    _send(issue, cast.zhou_yaning)
    post = IssuePost.objects.get().post
    page.set_viewport_size({"width": width, "height": 760})
    sign_in(cast.lin_xiaoman)
    for address in ("/channels/", channel.get_absolute_url(), post.get_absolute_url()):
        page.goto(address)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert violations(page) == []

    with page.expect_response(lambda answer: answer.url.endswith("/read/")):
        page.reload()
    assert not PostRead.objects.get().is_finished
    with page.expect_response(lambda answer: answer.url.endswith("/read/")):
        page.locator(".reacts").scroll_into_view_if_needed()
    assert PostRead.objects.get().is_finished
    page.get_by_role("button", name="赞，0").click()
    page.get_by_role("button", name="赞，1").wait_for()
    assert Like.objects.count() == 1
    shown = page.locator(".prose figure img").evaluate("image => [image.naturalWidth, image.complete]")
    assert shown == [900, True]


def _send(issue, by):
    from subscriptions.actions import publishing

    for name in ("consent", "phone"):
        composing.tick(issue, name, by=by, is_done=True)
    publishing.release(issue, by=by)


@pytest.mark.promise("S2")
def test_a_channel_is_found_followed_and_silenced_without_leaving_the_page(page, sign_in, cast):
    channel = open_channel(cast)
    out(channel, cast.zhou_yaning)
    sign_in(cast.lin_xiaoman)
    page.goto(reverse("subscriptions:index"))

    page.get_by_role("button", name="关注人文青屿").click()
    page.get_by_role("button", name="已关注人文青屿").wait_for()
    assert Follow.objects.filter(person=cast.lin_xiaoman).exists()
    page.goto(channel.get_absolute_url())
    bell = page.get_by_role("button", name="有新文章时提醒我")
    assert bell.get_attribute("aria-pressed") == "true"
    bell.click()
    page.locator("button[aria-pressed=false][aria-label=有新文章时提醒我]").wait_for()
    assert channel.silences.count() == 1

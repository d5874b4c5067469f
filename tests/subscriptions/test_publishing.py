"""An issue goes out: now, at its time, once; within its quota; corrected and taken back in the open."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from access import audiences
from audit.models import Decision
from content.actions import publishing as pages
from content.actions import writing
from jobs.testing import run_due
from notifications.models import Notice
from org.choices import RoleKind
from org.models import Role, User
from subscriptions import quotas
from subscriptions.actions import composing, following, publishing, withdrawing
from subscriptions.errors import ChangedSince, ChecksOpen, FullIssue, NeedsWord, OwnIssue, QuotaSpent, TooSoon
from subscriptions.forms import PlanForm
from subscriptions.models import Channel, Correction, Issue, IssuePost, Plan, Post, Release
from tests.cast import LONG_AGO
from tests.subscriptions.conftest import open_channel, out, ready, written

pytestmark = pytest.mark.django_db


def told(person):
    return list(Notice.objects.filter(person=person, kind="channel.issue").values_list("about_id", flat=True))


@pytest.mark.promise("S4")
def test_an_issue_holds_one_to_eight_posts_in_an_order_each_with_an_address(client, house):
    _issue, posts = out(house.channel, house.editor, *[f"第{number}篇" for number in range(8)])
    client.force_login(house.cast.lin_xiaoman)

    assert [post.title for post in posts] == [f"第{number}篇" for number in range(8)]
    assert all(client.get(f"/posts/{post.uid}/").status_code == 200 for post in posts)
    another = ready(house.channel, house.editor, *[f"又{number}" for number in range(8)])
    with pytest.raises(FullIssue):
        composing.write(another, "第九篇", by=house.editor)


@pytest.mark.promise("S4")
def test_posts_are_put_in_order_and_taken_out(client, house):
    issue = ready(house.channel, house.editor, "甲", "乙", "丙")
    posts = {post.draft_title: post for post in Post.objects.all()}
    client.force_login(house.editor)

    def order():
        return [place.post.draft_title for place in IssuePost.objects.filter(issue=issue).select_related("post")]

    address = reverse("subscriptions:change", args=[issue.uid, "order"])
    client.post(address, {"order": [posts[name].uid for name in "丙甲乙"]})
    assert order() == ["丙", "甲", "乙"]
    client.post(address, {"move": f"up:{posts['乙'].uid}"})
    assert order() == ["丙", "乙", "甲"]
    client.post(reverse("subscriptions:change", args=[issue.uid, "out"]), {"post": posts["丙"].uid})
    assert order() == ["乙", "甲"]
    client.post(reverse("subscriptions:change", args=[issue.uid, "add"]), {"post": [posts["丙"].uid]})
    assert order() == ["乙", "甲", "丙"]
    assert client.get(issue.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"summary": ""}, "缺摘要"),
        ({"body": "![](file:abcdefghjkmn)"}, "图片缺说明"),
        ({"body": "联系 13812345678"}, "像是个人信息"),
        ({"body": "住院号：A123456 的病人"}, "像是个人信息"),
        ({"body": "见[这页](page:abcdefghjkmn)"}, "有链接打不开"),
        ({"body": "内部红头"}, "有敏感词"),
        ({"body": ""}, "没有写完"),
        ({"cover": False}, "头条缺封面"),
    ],
)
def test_what_is_missing_is_named_before_an_issue_goes_out(client, house, change, words):
    Channel.objects.update(held_words="红头\n蓝头")
    issue = composing.begin(Channel.objects.get(), by=house.editor)
    written(issue, "凌晨", house.editor, **change)
    for name in ("consent", "phone"):
        composing.tick(issue, name, by=house.editor, is_done=True)
    client.force_login(house.editor)

    page = client.get(issue.get_absolute_url()).content.decode()

    assert words in page
    with pytest.raises(ChecksOpen):
        publishing.release(issue, by=house.editor)


@pytest.mark.promise("S5")
def test_test_readers_read_before_the_others_and_nobody_else_does(client, house):
    from subscriptions.previewing import address_for

    issue = ready(house.channel, house.editor)
    post = Post.objects.get()
    nurse = house.cast.lin_xiaoman
    address = address_for(issue.uid, nurse.pk)
    client.force_login(nurse)
    assert client.get(address).status_code == 404

    composing.let_try(issue, [nurse], by=house.editor)
    run_due()

    assert "四点零七分" in client.get(address).content.decode()
    assert client.get(reverse("files:rendition", args=[post.cover.uid, "fill-240x192"])).status_code == 200
    assert issue.test_readers.get().read_at is not None
    assert client.get(reverse("subscriptions:preview", args=[issue.uid]) + "?key=wrong").status_code == 404
    assert client.get(f"/posts/{post.uid}/", follow=True).redirect_chain[-1][0].endswith("/draft/")
    client.force_login(house.cast.han_yuan)
    assert client.get(address).status_code == 404
    client.force_login(nurse)
    composing.stop_trying(issue, nurse, by=house.editor)
    assert client.get(address).status_code == client.get(f"/posts/{post.uid}/").status_code == 404


@pytest.mark.promise("S10")
def test_followers_are_told_once_and_only_those_who_may_read(house):
    nurse, stranger = house.cast.lin_xiaoman, house.cast.zhao_jingxing
    following.follow(house.channel, by=nurse)
    house.channel.follows.create(person=stranger)
    house.channel.follows.create(person=house.cast.han_yuan)
    following.silence(house.channel, by=house.cast.han_yuan, is_silent=True)

    issue, (post,) = out(house.channel, house.editor)
    run_due()
    from content.models import ContentPage
    from notifications.actions import notify_all

    notify_all("channel.issue", recipients="subscriptions.followers", of=issue.pk, key=issue.uid,
               about=ContentPage.objects.get(pk=post.pk), channel="x", count=1)  # fmt: skip
    run_due()

    assert told(nurse) == [post.pk]
    assert told(stranger) == told(house.cast.han_yuan) == []
    assert User.objects.get(pk=nurse.pk).unread == 1


@pytest.mark.promise("S6", "S10")
def test_a_planned_issue_goes_out_at_its_moment_and_once(house):
    following.follow(house.channel, by=house.cast.lin_xiaoman)
    issue = ready(house.channel, house.editor)
    at = timezone.now() + datetime.timedelta(hours=3)
    row = publishing.plan(issue, at=at, by=house.editor)
    run_due()
    assert not Release.objects.exists()

    run_due(at=at)
    run_due()
    publishing.release_planned(row.pk)  # another worker, or the same after a restart
    run_due()

    assert Release.objects.count() == 1
    assert len(told(house.cast.lin_xiaoman)) == 1


@pytest.mark.promise("S7")
def test_moved_or_cancelled_up_to_the_last_second_it_stays_and_the_log_says_who(client, house):
    issue = ready(house.channel, house.editor)
    soon = timezone.now() + datetime.timedelta(seconds=30)
    first = publishing.plan(issue, at=soon, by=house.editor)
    second = publishing.plan(issue, at=soon + datetime.timedelta(days=1), by=house.editor)
    publishing.release_planned(first.pk)  # the worker had it in hand already
    assert not Release.objects.exists()

    publishing.cancel(issue, by=house.editor)
    publishing.release_planned(second.pk)

    assert not Release.objects.exists()
    verbs = Decision.objects.filter(about_type="subscriptions.issue", by=house.editor).order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["issue.planned", "issue.moved", "issue.cancelled"]
    client.force_login(house.editor)
    page = client.get(issue.get_absolute_url()).content.decode()
    assert "改了发出时间" in page
    assert "取消定时" in page


@pytest.mark.promise("S8")
def test_the_second_push_of_a_day_is_refused_and_publishing_without_is_not(house):
    out(house.channel, house.editor, "第一篇")
    issue = ready(house.channel, house.editor, "第二篇")

    with pytest.raises(QuotaSpent):
        publishing.release(issue, by=house.editor)
    publishing.release(issue, by=house.editor, is_pushed=False)

    assert list(Release.objects.order_by("pk").values_list("is_pushed", flat=True)) == [True, False]


@pytest.mark.promise("S8")
def test_a_promised_place_is_taken_too(house):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    publishing.plan(ready(house.channel, house.editor, "一"), at=tomorrow, by=house.editor)

    with pytest.raises(QuotaSpent):
        publishing.plan(ready(house.channel, house.editor, "二"), at=tomorrow, by=house.editor)
    publishing.plan(ready(house.channel, house.editor, "三"), at=tomorrow + datetime.timedelta(days=1), by=house.editor)

    assert Plan.objects.count() == 2


@pytest.mark.promise("S6", "S8")
@pytest.mark.parametrize(
    ("day", "time", "utc", "week"),
    [
        ("2026-03-20", "08:00", "2026-03-20T00:00", ("2026-03-16", "2026-03-22")),
        ("2026-03-20", "00:00", "2026-03-19T16:00", ("2026-03-16", "2026-03-22")),  # its UTC day is the day before
        ("2026-03-20", "07:59", "2026-03-19T23:59", ("2026-03-16", "2026-03-22")),
        ("2026-01-01", "00:00", "2025-12-31T16:00", ("2025-12-29", "2026-01-04")),  # a week of two years
        (
            "2028-02-29",
            "23:59",
            "2028-02-29T15:59",
            ("2028-02-28", "2028-03-05"),
        ),  # a leap day
        ("2027-03-28", "02:30", "2027-03-27T18:30", ("2027-03-22", "2027-03-28")),  # Europe skips that hour, we do not
        ("2026-10-25", "02:30", "2026-10-24T18:30", ("2026-10-19", "2026-10-25")),  # Europe has it twice, we once
        ("2026-03-22", "23:59", "2026-03-22T15:59", ("2026-03-16", "2026-03-22")),  # the last minute of a week
        ("2026-03-23", "00:00", "2026-03-22T16:00", ("2026-03-23", "2026-03-29")),  # and the first of the next
    ],
)
def test_times_and_days_are_those_of_beijing(day, time, utc, week):
    at = quotas.moment(datetime.date.fromisoformat(day), datetime.time.fromisoformat(time))
    channel = Channel(quota_period="week")

    assert f"{at.astimezone(datetime.UTC):%Y-%m-%dT%H:%M}" == utc
    assert quotas.day_of(at).isoformat() == day
    assert tuple(each.isoformat() for each in quotas.period_of(channel, quotas.day_of(at))) == week


def test_what_is_past_is_no_plan(house):
    issue = ready(house.channel, house.editor)

    with pytest.raises(TooSoon):
        publishing.plan(issue, at=timezone.now(), by=house.editor)
    assert not PlanForm({"when": "later", "day": "2020-01-01", "time": "08:00"}).is_valid()
    assert not PlanForm({"when": "later"}).is_valid()


def test_where_a_channel_demands_it_somebody_else_agrees_to_the_very_texts(client, cast):
    channel = open_channel(cast, demands_approval=True)
    for person in (cast.xu_wenbo, cast.zhou_yaning):
        Role.objects.create(person=person, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    Channel.objects.filter(pk=channel.pk).update(readers=audiences.everyone())
    from content.placing import refresh_scopes

    refresh_scopes(Channel.objects.get())
    editor, approver = cast.zhou_yaning, cast.xu_wenbo
    issue = ready(channel, editor)
    with pytest.raises(NeedsWord):
        publishing.release(issue, by=editor)

    publishing.submit(issue, by=editor)
    run_due()
    with pytest.raises(OwnIssue):
        publishing.approve(issue, by=editor)
    client.force_login(approver)
    assert "同意发出" in client.get(issue.get_absolute_url()).content.decode()
    assert issue.channel.title in client.get(reverse("portal:waiting")).content.decode()
    client.post(reverse("subscriptions:step", args=[issue.uid, "approve"]))
    post = Post.objects.get()
    text = writing.Text("凌晨四点的走廊", "改过的正文", "摘要")
    writing.save(post, by=editor, base=post.latest_revision_id, text=text)

    with pytest.raises(ChangedSince):
        publishing.release(Issue.objects.get(), by=editor)
    publishing.submit(Issue.objects.get(), by=editor)
    publishing.decline(Issue.objects.get(), by=approver, comment="再想想")
    publishing.submit(Issue.objects.get(), by=editor)
    publishing.approve(Issue.objects.get(), by=approver)
    publishing.release(Issue.objects.get(), by=editor)
    assert Post.objects.get().live


def test_a_planned_issue_of_somebody_who_may_no_longer_send_stays_and_they_are_told(house):
    issue = ready(house.channel, house.editor)
    row = publishing.plan(issue, at=timezone.now() + datetime.timedelta(hours=1), by=house.editor)
    Channel.objects.update(editors=audiences.intern([audiences.person(house.cast.shen_zhixia)]))

    publishing.release_planned(row.pk)
    run_due()

    assert not Release.objects.exists()
    assert not Plan.objects.exists()
    assert Decision.objects.filter(verb="issue.stuck").exists()


@pytest.mark.promise("S17")
def test_a_change_after_publishing_is_shown_and_the_old_text_kept(client, house):
    _issue, (post,) = out(house.channel, house.editor)
    before = post.live_revision_id
    client.force_login(house.cast.lin_xiaoman)
    assert "已修订" not in client.get(f"/posts/{post.uid}/").content.decode()

    text = writing.Text(post.title, "三点零七分。", "摘要")
    writing.save(post, by=house.editor, base=post.latest_revision_id, text=text)
    pages.publish(Post.objects.get(), by=house.editor, reason="时间写错了")

    page = client.get(f"/posts/{post.uid}/").content.decode()
    assert "已修订" in page
    assert "时间写错了" in page
    assert "三点零七分" in page
    assert Correction.objects.get().before_id == before
    client.force_login(house.editor)
    assert client.get(reverse("content:history", args=[post.uid])).status_code == 200


@pytest.mark.promise("S18")
def test_what_is_withdrawn_is_gone_everywhere_and_leaves_a_stub(client, house):
    from search import query

    nurse = house.cast.lin_xiaoman
    following.follow(house.channel, by=nurse)
    _issue, (post,) = out(house.channel, house.editor)
    run_due()
    assert told(nurse) == [post.pk]
    assert query("走廊", nurse).hits

    withdrawing.withdraw(post, by=house.editor, reason="图片没有授权")
    run_due()

    assert told(nurse) == []
    assert User.objects.get(pk=nurse.pk).unread == 0
    assert not query("走廊", nurse).hits
    client.force_login(nurse)
    answer = client.get(f"/posts/{post.uid}/")
    assert answer.status_code == 410
    assert "已撤回" in answer.content.decode()
    assert post.title not in answer.content.decode()
    assert client.get("/channels/").context["sent"] == []
    assert client.get(reverse("files:rendition", args=[post.cover.uid, "fill-240x192"])).status_code == 404
    client.force_login(house.cast.zhao_jingxing)
    assert client.get(f"/posts/{post.uid}/").status_code == 404

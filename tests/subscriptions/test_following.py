"""Who follows what: chosen, asked for, or compulsory for whoever somebody is today."""

import datetime

import pytest
from django.urls import reverse

from access import audiences
from org.models import Membership, User
from subscriptions import counting, queries
from subscriptions.actions import following
from subscriptions.errors import IsCompulsory, MustApply
from subscriptions.models import Channel, Follow, FollowRequest
from tests.subscriptions.conftest import open_channel, out

pytestmark = pytest.mark.django_db


def titles(user):
    return [channel.title for channel in queries.followed(user)]


@pytest.mark.promise("S2")
def test_an_open_channel_is_followed_and_left(client, house):
    client.force_login(house.cast.lin_xiaoman)
    address = reverse("subscriptions:follow", args=["renwen"])

    assert "已关注" in client.post(address, {"on": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert client.post(address, {"on": "1"}).status_code == 302  # twice is once
    assert titles(house.cast.lin_xiaoman) == ["人文青屿"]
    assert Channel.objects.get().followers == 1

    client.post(address, {"on": "0"})
    assert titles(house.cast.lin_xiaoman) == []
    assert Channel.objects.get().followers == 0


@pytest.mark.promise("S2", "S3")
def test_whoever_the_channel_is_compulsory_for_follows_from_the_first_day_and_cannot_leave(client, cast):
    channel = open_channel(cast, compulsory=[audiences.everyone_in(cast.qingyu)])
    newcomer = User.objects.create_user("QY30001", "新同事", "demo-pass-1")
    assert titles(newcomer) == []

    Membership.objects.create(
        person=newcomer, unit=cast.ward, position=cast.positions.nurse, starts_on=datetime.date(2020, 1, 1)
    )

    newcomer = User.objects.get(pk=newcomer.pk)
    assert titles(newcomer) == ["人文青屿"]
    assert newcomer in counting.followers_of(channel)
    with pytest.raises(IsCompulsory):
        following.unfollow(channel, by=newcomer)
    client.force_login(newcomer)
    page = client.get("/channels/").content.decode()
    assert "人文青屿" in page
    assert "必读" in page
    assert titles(cast.zhao_jingxing) == []


@pytest.mark.promise("S2")
def test_a_channel_one_applies_for_shows_its_name_and_nothing_more_until_somebody_agrees(client, cast):
    channel = open_channel(
        cast, title="质控内参", joining="apply", is_listed=True, readers=[audiences.person(cast.zhou_yaning)]
    )
    _issue, (post,) = out(channel, cast.zhou_yaning, "指标通报")
    nurse = cast.lin_xiaoman
    client.force_login(nurse)
    assert "质控内参" in client.get("/channels/").content.decode()
    assert client.get("/channels/renwen/").status_code == client.get(f"/posts/{post.uid}/").status_code == 404
    assert client.post(reverse("subscriptions:follow", args=["renwen"]), {"on": "1"}).status_code == 404

    client.post(reverse("subscriptions:ask", args=["renwen"]), {"reason": "我是质控员"})
    client.post(reverse("subscriptions:ask", args=["renwen"]))
    asked = FollowRequest.objects.get()
    assert "审核中" in client.get("/channels/").content.decode()
    client.force_login(cast.zhou_yaning)
    page = client.get(reverse("subscriptions:requests", args=["renwen"])).content.decode()
    assert "我是质控员" in page
    client.post(reverse("subscriptions:decide", args=["renwen", asked.pk]), {"agreed": "1"})

    client.force_login(nurse)
    assert titles(User.objects.get(pk=nurse.pk)) == ["质控内参"]
    assert client.get(f"/posts/{post.uid}/").status_code == 200


@pytest.mark.promise("S2")
def test_whoever_is_turned_away_sees_why_and_no_more(client, cast):
    channel = open_channel(cast, title="质控内参", joining="apply", is_listed=True)
    with pytest.raises(MustApply):
        following.follow(channel, by=cast.lin_xiaoman)
    request = following.ask(channel, by=cast.lin_xiaoman)

    following.decide(request, by=cast.zhou_yaning, is_agreed=False, answer="限质控员")

    assert titles(cast.lin_xiaoman) == []
    client.force_login(cast.lin_xiaoman)
    assert "限质控员" in client.get("/channels/").content.decode()


def test_channels_are_found_by_name_sound_and_unit(client, cast):
    open_channel(cast)
    open_channel(cast, slug="huli", title="护理之声", category="profession")
    client.force_login(cast.lin_xiaoman)

    def found(**asked):
        context = client.get(reverse("subscriptions:find"), asked).context
        return [channel.title for channel in context["channels"]]

    assert set(found()) == {"人文青屿", "护理之声"}
    assert found(q="护理") == found(q="hlzs") == found(q="hulizhi") == found(category="profession") == ["护理之声"]
    assert set(found(q="青屿")) == {"人文青屿", "护理之声"}
    client.force_login(cast.zhao_jingxing)
    assert found() == []


def test_what_was_not_read_is_marked_until_it_is(client, house):
    _issue, posts = out(house.channel, house.editor, "头条", "第二篇")
    nurse = house.cast.lin_xiaoman
    following.follow(house.channel, by=nurse)
    client.force_login(nurse)
    assert client.get("/channels/").context["own"][0].unread == 2

    client.get(posts[0].get_absolute_url())
    assert client.get("/channels/").context["own"][0].unread == 1

    client.post(reverse("subscriptions:catch_up"))
    answer = client.get("/channels/")
    assert answer.context["own"][0].unread == 0
    assert not answer.context["sent"][0].is_unread


def test_the_feed_shows_ten_issues_and_then_more(client, house):
    house.channel.quota = 30
    house.channel.save()
    for number in range(12):
        out(house.channel, house.editor, f"第{number}篇")
    following.follow(house.channel, by=house.cast.lin_xiaoman)
    client.force_login(house.cast.lin_xiaoman)

    first = client.get("/channels/")
    rest = client.get("/channels/more/?offset=10", headers={"HX-Request": "true"})

    assert [issue.lead.title for issue in first.context["sent"]] == [f"第{number}篇" for number in range(11, 1, -1)]
    assert [issue.lead.title for issue in rest.context["sent"]] == ["第1篇", "第0篇"]
    assert rest.context["next"] is None
    assert client.get("/channels/more/?offset=99999999999").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_screens_cost_the_same_for_any_length(client, house, count, django_assert_max_num_queries):
    house.channel.quota = 30
    house.channel.save()
    for number in range(count):
        out(house.channel, house.editor, f"第{number}篇", f"又{number}篇")
        other = open_channel(house.cast, slug=f"other-{number}", title=f"别的号{number}")
        out(other, house.editor, "别的")
        Follow.objects.create(channel=other, person=house.cast.lin_xiaoman)
    Follow.objects.create(channel=house.channel, person=house.cast.lin_xiaoman)
    client.force_login(house.cast.lin_xiaoman)
    client.get("/channels/")

    with django_assert_max_num_queries(QUERIES["index"]):
        client.get("/channels/")
    with django_assert_max_num_queries(QUERIES["channel"]):
        client.get("/channels/renwen/")


QUERIES = {"index": 22, "channel": 20}


def test_followers_are_counted_again_each_night(house):
    Follow.objects.create(channel=house.channel, person=house.cast.lin_xiaoman)
    Follow.objects.create(channel=house.channel, person=house.cast.zhao_jingxing)  # may not read it

    counting.count_followers(house.channel)

    assert Channel.objects.get().followers == 1

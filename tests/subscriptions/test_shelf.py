"""Channels stand on a shelf of their own: lists of knowledge leave them out, access and search carry them."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from content import kinds, queries
from content.actions import writing
from content.errors import GoesWithOthers, WritingError
from content.models import ContentPage
from jobs.testing import run_due
from search import query
from subscriptions.models import Channel, Post
from tests.cast import make_space
from tests.exits.addresses import addresses
from tests.subscriptions.conftest import open_channel, out, ready, written

pytestmark = pytest.mark.django_db
SECRET = "机密凌晨"


def test_lists_of_knowledge_leave_channels_and_posts_out(client, house):
    space = make_space(house.cast.qingyu, slug="qingyu")
    out(house.channel, house.editor, "凌晨四点的走廊")
    user = house.cast.lin_xiaoman

    assert list(queries.spaces_of(user)) == [space]
    assert queries.writable_spaces(house.editor) == [space]
    assert list(queries.changes(user)) == list(queries.changes_near(user)) == []
    assert queries.figures(user) == {}
    assert "article" in kinds.kinds("library")
    assert "post" not in kinds.kinds("library")
    assert list(kinds.kinds("channel")) == ["post"]
    assert "channel" not in kinds.kinds()


def test_a_post_and_a_channel_have_addresses_of_their_own_wherever_one_comes_from(client, house):
    _issue, (post,) = out(house.channel, house.editor, "凌晨四点的走廊")
    client.force_login(house.cast.lin_xiaoman)

    assert post.get_absolute_url() == ContentPage.objects.get(pk=post.pk).get_absolute_url() == f"/posts/{post.uid}/"
    assert house.channel.get_absolute_url() == "/channels/renwen/"
    assert client.get(f"/wiki/{post.uid}/").url == f"/posts/{post.uid}/"
    assert client.get("/spaces/renwen/").url == "/channels/renwen/"
    assert "四点零七分" in client.get(f"/posts/{post.uid}/").content.decode()


def test_only_posts_stand_in_a_channel_and_they_stand_nowhere_else(house):
    space = make_space(house.cast.qingyu, slug="qingyu")

    with pytest.raises(WritingError):
        writing.create(house.channel, "article", by=house.editor, text=writing.Text("知识", ""))
    with pytest.raises(WritingError):
        writing.create(space, "post", by=house.editor, text=writing.Text("文章", ""))


@pytest.mark.promise("S1")
def test_only_operators_write_in_a_channel(client, house):
    assert type(ContentPage.objects.get(pk=house.channel.pk).specific) is Channel
    client.force_login(house.cast.lin_xiaoman)
    assert client.post(reverse("subscriptions:begin", args=["renwen"])).status_code == 403
    assert client.get(reverse("content:new", args=["renwen"]) + "?kind=post").status_code == 404

    client.force_login(house.editor)
    assert client.post(reverse("subscriptions:begin", args=["renwen"])).status_code == 302


def test_a_post_does_not_go_out_past_its_issue(house):
    from content.actions import publishing

    issue = ready(house.channel, house.editor)
    post = Post.objects.get(in_issue__issue=issue)

    with pytest.raises(GoesWithOthers):
        publishing.publish(post, by=house.editor)


@pytest.mark.promise("S12")
def test_a_stranger_gets_404_for_everything_of_the_channel_and_finds_nothing(client, house):
    issue, (post,) = out(house.channel, house.editor, f"{SECRET}的走廊")
    draft_issue = ready(house.channel, house.editor, f"{SECRET}的草稿")
    draft = Post.objects.get(in_issue__issue=draft_issue)
    run_due()
    client.force_login(house.cast.zhao_jingxing)

    for uid in (post.uid, draft.uid, issue.uid, draft_issue.uid):
        known = {"uid": uid, "slug": "renwen", "words": "-", "kind": "page", "pk": post.pk, "what": "order",
                 "form": "pdf", "name": "x", "column": "main", "place": "page.side"}  # fmt: skip
        for path in addresses(known):
            if "logout" not in path:
                answer = client.get(path)
                assert SECRET not in _body(answer), path
                if path.startswith((f"/posts/{uid}", f"/issues/{uid}", "/channels/renwen", f"/wiki/{uid}")):
                    assert answer.status_code in (404, 405), path
    cover = reverse("files:rendition", args=[post.cover.uid, "fill-240x192"])
    assert client.get(cover).status_code == 404
    assert query(SECRET, house.cast.zhao_jingxing).hits == []
    client.force_login(house.cast.lin_xiaoman)
    assert client.get(cover).status_code == 200
    assert client.get(reverse("files:rendition", args=[draft.cover.uid, "fill-240x192"])).status_code == 404
    assert titles(SECRET, house.cast.lin_xiaoman) == [f"{SECRET}的走廊"]


@pytest.mark.promise("S21")
def test_posts_are_found_under_their_own_tab_by_title_text_and_channel(house):
    out(house.channel, house.editor, "凌晨四点的走廊", "另一篇")
    run_due()
    user = house.cast.lin_xiaoman

    found = query("走廊", user)
    assert titles("走廊", user)[0] == "凌晨四点的走廊"
    assert {tab.kind.name: tab.number for tab in found.tabs if tab.number}.keys() == {"post"}
    assert set(titles("人文青屿", user)) == {"人文青屿", "凌晨四点的走廊", "另一篇"}
    assert str(found.hits[0].label) == "订阅号文章"


def test_the_text_is_written_in_the_editor_of_the_house(client, house):
    from subscriptions.actions import composing

    issue = composing.begin(house.channel, by=house.editor)
    post = written(issue, "凌晨四点", house.editor)
    client.force_login(house.editor)

    assert client.get(reverse("content:write", args=[post.uid])).status_code == 200
    assert client.get(reverse("content:draft", args=[post.uid])).status_code == 200
    assert client.get(reverse("subscriptions:post", args=[post.uid])).url == f"/wiki/{post.uid}/draft/"
    assert open_channel(house.cast, slug="zwei", title="第二号").followers == 0


def titles(words, user):
    return [strip_tags(hit.title) for hit in query(words, user).hits]


def _body(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")

"""Read a post, like it, say something about it; and what is counted of that."""

import pytest
from django.urls import reverse
from django.utils import timezone

from subscriptions import counting
from subscriptions.actions import channels, composing, following, publishing, talking
from subscriptions.models import Channel, Hold, Like, Post, PostComment, PostRead
from tests.subscriptions.conftest import out, ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(house):
    return out(house.channel, house.editor)[1][0]


@pytest.fixture
def nurse(client, house):
    client.force_login(house.cast.lin_xiaoman)
    return house.cast.lin_xiaoman


@pytest.mark.promise("S13", "S14")
def test_one_reader_counts_once_and_as_finished_only_from_the_end_on(client, house, post, nurse):
    address = reverse("subscriptions:read", args=[post.uid])

    client.get(post.get_absolute_url())
    assert not PostRead.objects.exists()
    client.post(address, {"finished": "0"})
    client.post(address)
    row = PostRead.objects.get()
    assert (row.is_finished, row.hospital, row.department) == (False, house.cast.qingyu, house.cast.cardiology)

    client.post(address, {"finished": "1"})
    client.post(address, {"finished": "0"})
    assert PostRead.objects.get().is_finished
    client.force_login(house.cast.han_yuan)
    client.post(address, {"finished": "1"})
    assert PostRead.objects.filter(post=post).count() == 2
    client.force_login(house.cast.zhao_jingxing)
    assert client.post(address).status_code == 404


@pytest.mark.promise("S13")
def test_the_row_of_a_read_names_nobody(house, post, nurse):
    counting.note_read(post, nurse)

    row = PostRead.objects.get()
    assert row.reader == counting.reader_of(house.channel.pk, nurse)
    assert row.reader != counting.reader_of(house.channel.pk + 1, nurse)
    assert {field.name for field in PostRead._meta.get_fields()} == {
        "id", "post", "reader", "hospital", "department", "day", "is_finished"
    }  # fmt: skip


@pytest.mark.promise("S15")
def test_like_and_favourite(client, post, nurse):
    address = reverse("subscriptions:like", args=[post.uid])

    client.post(address, {"on": "1"})
    part = client.post(address, {"on": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert 'aria-pressed="true"' in part
    assert Like.objects.count() == 1
    client.post(address, {"on": "0"})
    assert not Like.objects.exists()

    client.post(reverse("activity:favourite", args=["page", post.uid]), {"on": "1"})
    assert post.title in client.get(reverse("activity:favourites")).content.decode()


@pytest.mark.promise("S15")
def test_a_comment_is_its_writers_until_an_operator_selects_it(client, house, post, nurse):
    address = post.get_absolute_url()
    client.post(reverse("subscriptions:say", args=[post.uid]), {"text": "看到那里停了一下"})
    comment = PostComment.objects.get()
    assert "看到那里停了一下" in client.get(address).content.decode()
    client.force_login(house.cast.han_yuan)
    assert "看到那里停了一下" not in client.get(address).content.decode()
    like = reverse("subscriptions:remark", args=[comment.uid, "like"])
    assert client.post(like).status_code == 404
    assert client.post(reverse("subscriptions:remark", args=[comment.uid, "select"])).status_code == 404

    client.force_login(house.editor)
    client.post(reverse("subscriptions:remark", args=[comment.uid, "select"]))
    client.post(reverse("subscriptions:remark", args=[comment.uid, "answer"]), {"text": "谢谢你读到这里"})

    client.force_login(house.cast.han_yuan)
    page = client.get(address).content.decode()
    assert "看到那里停了一下" in page
    assert "谢谢你读到这里" in page
    assert "作者" in page
    client.post(like)
    assert comment.likes.count() == 1
    answer = reverse("subscriptions:remark", args=[comment.uid, "answer"])
    assert client.post(answer, {"text": "我也答"}).status_code == 403
    client.force_login(house.editor)
    client.post(reverse("subscriptions:remark", args=[comment.uid, "remove"]))
    assert "看到那里停了一下" not in client.get(address).content.decode()


@pytest.mark.promise("S16")
def test_a_sensitive_word_holds_a_comment_where_others_show_at_once(client, house, post, nurse):
    Channel.objects.update(selects_comments=False, held_words="红头\n\n")
    say = reverse("subscriptions:say", args=[post.uid])
    client.post(say, {"text": "写得真好"})
    client.post(say, {"text": "这是红头文件吧"})

    client.force_login(house.cast.han_yuan)
    page = client.get(post.get_absolute_url()).content.decode()
    assert "写得真好" in page
    assert "红头" not in page
    assert Hold.objects.get().word == "红头"
    client.force_login(house.editor)
    assert "含“红头”，待审" in client.get(post.get_absolute_url()).content.decode()
    held = PostComment.objects.get(hold__isnull=False)
    client.post(reverse("subscriptions:remark", args=[held.uid, "select"]))
    client.force_login(house.cast.han_yuan)
    assert "红头" in client.get(post.get_absolute_url()).content.decode()


def test_where_comments_are_closed_there_is_no_form_and_no_way(client, house, post, nurse):
    Channel.objects.update(has_comments=False)

    assert "写留言" not in client.get(post.get_absolute_url()).content.decode()
    client.post(reverse("subscriptions:say", args=[post.uid]), {"text": "你好"})
    assert not PostComment.objects.exists()


@pytest.mark.promise("S23")
def test_posts_of_an_album_lead_to_one_another(client, house, nurse):
    Channel.objects.update(quota=20)
    album = channels.add_album(house.channel, "夜班手记", by=house.editor)
    for title in ("甲", "别的", "乙", "丙"):
        issue = ready(house.channel, house.editor, title)
        if title != "别的":
            composing.set_cover(Post.objects.get(in_issue__issue=issue), by=house.editor, album=album)
        publishing.release(issue, by=house.editor)
    posts = {post.title: post for post in Post.objects.all()}

    context = client.get(posts["乙"].get_absolute_url()).context

    assert (context["before"].title, context["after"].title) == ("甲", "丙")
    page = client.get(house.channel.get_absolute_url() + f"?album={album.uid}")
    assert [page.context["lead"].title, *[post.title for post in page.context["posts"]]] == ["丙", "乙", "甲"]


def test_the_channel_page_tells_what_is_liked_most_and_what_else_there_is(client, house, post, nurse):
    talking.like(post, by=nurse, is_liked=True)
    following.follow(house.channel, by=nurse)

    context = client.get(house.channel.get_absolute_url()).context

    assert [(each.title, likes) for each, likes in context["liked"]] == [(post.title, 1)]
    assert context["count"] == 1
    assert context["lead"].out_at <= timezone.now()


def test_every_screen_of_an_operator_opens(client, house):
    issue = ready(house.channel, house.editor)
    post = Post.objects.get()
    client.force_login(house.editor)
    for name, args in [
        ("desk", ["renwen"]), ("issue", [issue.uid]), ("preview", [issue.uid]), ("cover", [post.uid]),
        ("requests", ["renwen"]),
    ]:  # fmt: skip
        assert client.get(reverse(f"subscriptions:{name}", args=args)).status_code == 200
    client.force_login(house.cast.shen_zhixia)
    settings = reverse("subscriptions:settings", args=["renwen"])
    assert client.get(settings).status_code == 200
    client.force_login(house.cast.lu_zhixing)
    assert client.get(reverse("subscriptions:new")).status_code == 200
    client.force_login(house.cast.lin_xiaoman)
    assert client.get(settings).status_code == client.get(reverse("subscriptions:new")).status_code == 404
    assert client.get(issue.get_absolute_url()).status_code == 404


def test_a_cover_is_received_cropped_and_described(client, house):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tests.subscriptions.pictures import png

    ready(house.channel, house.editor)
    post = Post.objects.get()
    client.force_login(house.editor)
    address = reverse("subscriptions:cover", args=[post.uid])
    said = {"alt": "山路", "across": "80", "down": "10", "summary": "新的摘要", "album": ""}

    client.post(address, {**said, "picture": SimpleUploadedFile("new.png", png(1200, 900, (1, 2, 3)), "image/png")})

    post = Post.objects.get()
    assert (post.cover_alt, post.cover.focal_point_x, post.cover.focal_point_y) == ("山路", 960, 90)
    assert post.get_latest_revision_as_object().summary == "新的摘要"
    refused = client.post(address, {**said, "picture": SimpleUploadedFile("x.png", b"no picture", "image/png")})
    assert refused.status_code == 422
    rendition = client.get(reverse("files:rendition", args=[post.cover.uid, "fill-900x506"]))
    assert rendition.status_code == 200

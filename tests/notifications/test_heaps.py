"""Notices about one thing lie together, tabs choose, and a heap is read with one click."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from activity.about import type_of
from content.models import ContentPage
from notifications import registry
from notifications.models import Notice, Rhythm
from notifications.sending import send
from org.models import User
from tests.cast import make_space
from wiki.models import Article

pytestmark = pytest.mark.django_db
INBOX = "/inbox/"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})

    @registry.register
    class Commented(registry.NoticeKind):
        name = "page.commented"
        group = "comment"

        def sentence(self, notice):
            return f"{notice.who} 评论了《{notice.thing.title}》"

        def heap(self, notice):
            return notice.thing.pk

        def sentence_for_many(self, heap):
            return f"{len(heap.people)} 人评论了《{heap.first.thing.title}》"

    @registry.register
    class Asked(registry.NoticeKind):
        name = "page.asked"
        group = "approval"

        def sentence(self, notice):
            return f"请审批《{notice.thing.title}》"

    @registry.register
    class Urgent(registry.NoticeKind):
        name = "house.urgent"
        needs = None
        is_urgent = True
        group = "alert"

        def sentence(self, notice):
            return "停电演练提前到 14:00"


@pytest.fixture
def nurse(client, cast):
    client.force_login(cast.lin_xiaoman)
    return cast.lin_xiaoman


@pytest.fixture
def page(cast):
    return make_space(cast.qingyu, slug="qingyu").add_child(instance=Article(title="交接班"))


def tell(person, page, kind="page.commented", actor=None, at=None, key=None):
    about = [type_of(ContentPage).pk, page.pk] if page else None
    key = key or f"{Notice.objects.count()}"
    what = {"kind": kind, "about": about, "actor": actor and actor.pk, "values": {}}
    send([person.pk], key=key, at=at or timezone.now(), **what)


def words(client, address=INBOX):
    return strip_tags(client.get(address).content.decode())


def unread(person):
    return User.objects.values_list("unread", "urgent").get(pk=person.pk)


@pytest.fixture
def commented(nurse, page, cast):
    for actor in (cast.zhou_yaning, cast.shen_zhixia, cast.xu_wenbo, cast.shen_zhixia):
        tell(nurse, page, actor=actor)


def test_comments_on_one_page_are_one_line_with_the_single_ones_inside(client, commented):
    text = words(client)

    assert "3 人评论了《交接班》" in text
    assert "沈知夏、许文博等 3 人" in text
    assert client.get(INBOX).content.decode().count('<ul class="ntc-sub">') == 1


def test_other_days_things_and_kinds_lie_apart(client, nurse, page, commented, cast):
    tell(nurse, page, actor=cast.xu_wenbo, at=timezone.now() - timedelta(days=1))
    other = page.get_parent().add_child(instance=Article(title="另一页"))
    tell(nurse, other, actor=cast.xu_wenbo)
    tell(nurse, page, "page.asked")

    text = words(client)

    assert "许文博 评论了《交接班》" in text
    assert "许文博 评论了《另一页》" in text
    assert "请审批《交接班》" in text


def test_what_may_no_longer_be_seen_lies_in_no_heap_and_names_nothing(client, nurse, commented):
    nurse.memberships.get().delete()

    text = words(client)

    assert "交接班" not in text
    assert text.count("不再对您开放") >= 4


def test_a_heap_is_read_with_one_click_and_taken_back(client, nurse, page, commented, cast):
    tell(nurse, page, "page.asked")
    heap = Notice.objects.filter(kind="page.commented").values_list("pk", flat=True)

    answer = client.post("/inbox/read/several/", {"notice": [*heap, "x", 10**30]}, headers=HTMX)
    assert unread(nurse) == (1, 0)
    assert "4 条已标为已读" in answer.content.decode()

    client.post("/inbox/unread/", {"moment": answer.context["undo"]["moment"]}, headers=HTMX)
    assert unread(nurse) == (5, 0)


def test_nobody_reads_the_notices_of_others(client, cast, nurse, commented):
    client.force_login(cast.zhou_yaning)

    client.post("/inbox/read/several/", {"notice": list(Notice.objects.values_list("pk", flat=True))})

    assert unread(nurse) == (4, 0)


def test_tabs_choose_and_all_read_is_all_that_is_shown(client, nurse, page, commented):
    tell(nurse, page, "page.asked")
    assert "请审批" in words(client, f"{INBOX}?show=approval")
    assert "请审批" not in words(client, f"{INBOX}?show=mention")
    assert "服务台" not in words(client)  # no room tells of it here

    client.post("/inbox/read/", {"show": "approval"})

    assert unread(nurse) == (4, 0)


@pytest.mark.parametrize("show", ("nonsense", "mention", "unread", "urgent", "approval"))
def test_every_tab_answers(client, nurse, show):
    assert client.get(f"{INBOX}?show={show}").status_code == 200


@pytest.mark.parametrize("count", (2, 30))
def test_heaps_cost_the_same_for_any_length(client, nurse, page, cast, count, django_assert_num_queries):
    for _ in range(count):
        tell(nurse, page, actor=cast.xu_wenbo)
    words(client)

    with django_assert_num_queries(5):
        words(client)


def test_quiet_for_a_while_and_not_any_more(client, nurse):
    client.post("/inbox/silence/", {"for": "hour"})
    until = Rhythm.objects.get(person=nurse).silent_until
    assert timedelta(minutes=59) < until - timezone.now() <= timedelta(hours=1)
    assert "不再安静" in words(client)

    client.post("/inbox/silence/", {"for": "over"})
    assert Rhythm.objects.get(person=nurse).silent_until is None
    assert client.post("/inbox/silence/", {"for": "ever"}).status_code == 400


# ── Asked by the page itself ──


@pytest.mark.promise("N17")
def test_numbers_are_asked_without_counting_as_presence(client, nurse, commented, django_assert_num_queries):
    session = nurse.sessions.get()
    long_ago = timezone.now() - timedelta(minutes=10)
    nurse.sessions.update(last_seen_at=long_ago)

    with django_assert_num_queries(2):
        answer = client.get("/inbox/live/").json()

    assert answer == {"unread": 4, "urgent": 0, "latest": Notice.objects.latest("pk").pk}
    session.refresh_from_db()
    assert session.last_seen_at == long_ago


def test_the_inbox_is_told_how_many_are_new(client, nurse, page, commented):
    newest = client.get(INBOX).context["newest"]
    assert client.get("/inbox/live/news/", {"after": newest}).status_code == 204

    tell(nurse, page)
    tell(nurse, page)

    assert "有 2 条新通知" in client.get("/inbox/live/news/", {"after": newest}).content.decode()
    for odd in ("", "x", "-1", "9" * 30):
        assert client.get("/inbox/live/news/", {"after": odd}).status_code == 200


@pytest.mark.promise("N21")
def test_urgent_notices_stand_above_every_page_until_they_are_read(client, nurse, page, commented):
    tell(nurse, None, "house.urgent")
    assert unread(nurse) == (5, 1)
    home = client.get("/").content.decode()
    assert "1 条紧急通知等您查看" in home
    assert "停电演练提前到 14:00" in client.get("/inbox/live/urgent/").content.decode()

    client.get(f"{INBOX}{Notice.objects.get(kind='house.urgent').pk}/")

    assert unread(nurse) == (4, 0)
    assert "紧急通知等您查看" not in client.get("/").content.decode()
    assert "停电演练" not in client.get("/inbox/live/urgent/").content.decode()


@pytest.mark.promise("N21")
def test_an_urgent_notice_reaches_a_page_the_browser_has_kept(client, nurse, page):
    """Reading pages answer “unchanged” by a mark, which must know of it."""
    page.save_revision().publish()
    address = page.get_absolute_url()
    client.get(address)
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304

    User.objects.filter(pk=nurse.pk).update(urgent=1)

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200

"""The inbox and its bell."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from activity import counting
from activity.about import type_of
from content.models import ContentPage
from notifications import registry
from notifications.models import Notice
from notifications.sending import send
from notifications.tasks import tidy
from org.models import User
from tests.cast import make_space
from wiki.models import Article

pytestmark = pytest.mark.django_db
INBOX = "/inbox/"


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})

    @registry.register
    class Checked(registry.NoticeKind):
        name = "page.checked"

        def sentence(self, notice):
            return f"{notice.who} 核验了《{notice.thing.title}》"


@pytest.fixture
def nurse(client, cast):
    client.force_login(cast.lin_xiaoman)
    return cast.lin_xiaoman


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


def tell(person, parent, title="交接班要点", at=None, actor=None, key=None):
    page = parent.add_child(instance=Article(title=title))
    about = [type_of(ContentPage).pk, page.pk]
    what = {"kind": "page.checked", "about": about, "actor": actor and actor.pk, "values": {}}
    send([person.pk], key=key or page.uid, at=at or timezone.now(), **what)
    return page


def text(client, address=INBOX, **headers):
    return client.get(address, headers=headers).content.decode()


def unread(person):
    return User.objects.get(pk=person.pk).unread


def test_notices_stand_by_day_with_who_did_what(client, nurse, space, cast):
    tell(nurse, space, "今天的页", actor=cast.xu_wenbo)
    tell(nurse, space, "昨天的页", at=timezone.now() - timedelta(days=1))

    page = text(client)

    assert "许文博 核验了《今天的页》" in page
    assert page.index("今天</h2>") < page.index("今天的页") < page.index("昨天</h2>") < page.index("昨天的页")
    assert 'aria-label="通知，2 条未读"' in page


def test_an_empty_inbox_says_what_will_come(client, nurse):
    assert "还没有通知" in text(client)
    assert "都处理完了" in text(client, f"{INBOX}?show=unread")


@pytest.mark.promise("W4", "W5")
def test_a_thing_one_may_no_longer_see_keeps_its_title_to_itself(client, nurse, space):
    tell(nurse, space, "只给青屿")
    assert "只给青屿" in text(client)

    nurse.memberships.get().delete()

    assert "只给青屿" not in text(client)
    assert "不再对您开放" in text(client)


def test_a_click_reads_the_notice_and_leads_to_the_thing(client, nurse, space):
    page = tell(nurse, space)

    answer = client.get(reverse("notifications:notice", args=[Notice.objects.get().pk]))

    assert answer.url == page.get_absolute_url()
    assert unread(nurse) == 0


def test_a_notice_is_read_with_one_click_and_twice_is_once(client, nurse, space):
    tell(nurse, space)
    tell(nurse, space, "另一页")
    address = reverse("notifications:read", args=[Notice.objects.last().pk])

    answer = client.post(address, headers={"HX-Request": "true"}).content.decode()
    client.post(address)

    assert unread(nurse) == 1
    assert 'id="bell" hx-swap-oob="true"' in answer
    assert "1 条未读" in answer


def test_all_are_read_at_once_and_taken_back(client, nurse, space):
    early = tell(nurse, space, "早读过的")
    client.get(reverse("notifications:notice", args=[Notice.objects.get(about_id=early.pk).pk]))
    tell(nurse, space, "一")
    tell(nurse, space, "二")

    answer = client.post(reverse("notifications:read_all"), follow=True)
    assert "2 条已标为已读" in answer.content.decode()
    assert unread(nurse) == 0

    moment = answer.context["undo"]["moment"]
    for _ in range(2):
        client.post(reverse("notifications:unread_again"), {"moment": moment})
    assert unread(nurse) == Notice.objects.unread().count() == 2


@pytest.mark.parametrize("moment", ("", "nonsense", "2026-01-01T00:00:00", "2026-13-41T00:00:00Z"))
def test_nonsense_takes_nothing_back(client, nurse, space, moment):
    tell(nurse, space)

    assert client.post(reverse("notifications:unread_again"), {"moment": moment}).status_code == 400
    assert unread(nurse) == 1


def test_reading_the_page_itself_reads_its_notices(client, nurse, space, cast):
    page = tell(nurse, space)
    tell(cast.zhou_yaning, space, "别人的页")

    counting.count(nurse, ContentPage, page.pk)
    counting.flush()

    assert (unread(nurse), unread(cast.zhou_yaning)) == (0, 1)


def test_what_came_after_the_reading_stays_unread(client, nurse, space):
    page = tell(nurse, space, at=timezone.now() + timedelta(minutes=1))

    counting.count(nurse, ContentPage, page.pk)
    counting.flush()

    assert unread(nurse) == 1


@pytest.mark.promise("P35")
def test_a_notice_of_somebody_else_is_the_same_404_as_none(client, cast, space):
    tell(cast.lin_xiaoman, space)
    client.force_login(cast.zhou_yaning)
    notice = Notice.objects.get()

    for name in ("notice", "read"):
        send_it = client.get if name == "notice" else client.post
        theirs = send_it(reverse(f"notifications:{name}", args=[notice.pk]))
        none = send_it(reverse(f"notifications:{name}", args=[10**30]))
        assert theirs.status_code == none.status_code == 404
    assert unread(cast.lin_xiaoman) == 1


@pytest.mark.parametrize("count", (1, 30))
def test_the_inbox_costs_the_same_for_any_length(client, nurse, space, cast, count, django_assert_num_queries):
    for number in range(count):
        tell(nurse, space, f"第 {number} 页", actor=cast.xu_wenbo, at=timezone.now() - timedelta(days=number % 3))
    text(client)

    with django_assert_num_queries(5):  # who comes, how many, the notices, their pages, until when it is quiet
        text(client)


def test_a_notice_whose_words_fail_does_not_take_the_inbox_with_it(client, nurse, space, caplog):
    tell(nurse, space, "好的")

    @registry.register
    class Broken(registry.NoticeKind):
        name = "page.broken"

        def sentence(self, notice):
            return notice.values["nobody wrote this"]

    Notice.objects.update(kind="page.broken")

    assert "这条通知的内容已删除" in text(client)
    assert "page.broken" in caplog.text


def test_an_old_notice_is_forgotten_and_the_counter_put_right(nurse, space):
    tell(nurse, space, at=timezone.now() - timedelta(days=91))
    tell(nurse, space, "新的")

    tidy()

    assert unread(nurse) == Notice.objects.count() == 1

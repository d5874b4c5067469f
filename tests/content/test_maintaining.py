"""Who keeps a page: handing it over, locking it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from access import audiences
from audit.models import Decision
from content.actions import life, placing, publishing, writing
from content.actions.writing import Text
from content.errors import NotAtWork, PageLocked, ReasonMissing
from content.models import ContentPage
from jobs.testing import run_due
from notifications.models import Notice
from org import actions as org
from org.models import Membership
from tests.cast import make_space
from tests.content.pages import fresh, save
from ui.days import today

pytestmark = pytest.mark.django_db
HAND_OVER = "/maintained/hand-over/"


def hand_over(client, pages, to, reason="轮岗到急诊"):
    return client.post(HAND_OVER, {"page": [page.uid for page in pages], "person": to, "reason": reason})


@pytest.fixture
def second(cast, space):
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("抢救车", "核对。"))
    return publishing.publish(made, by=cast.zhou_yaning)


# -- handing over


@pytest.mark.promise("W44")
def test_a_leavers_pages_go_to_a_head_who_is_at_work(cast, page):
    for head, unit in ((cast.han_yuan, cast.ward), (cast.shen_zhixia, cast.cardiology)):
        Membership.objects.create(person=head, unit=unit, position=cast.positions.head_nurse, is_main=False)
    org.disable(cast.han_yuan, cast.lu_zhixing)

    org.leave(cast.zhou_yaning, today(), cast.lu_zhixing)

    assert fresh(page).maintainer == cast.shen_zhixia


@pytest.mark.promise("W44", "P23")
def test_several_pages_go_to_a_colleague_who_is_told_why(client, cast, page, second):
    client.force_login(cast.zhou_yaning)
    listed = client.get("/maintained/").content.decode()
    assert page.title in listed
    assert second.title in listed

    answer = hand_over(client, [page, second], "QY10874")
    run_due()

    assert answer.status_code == 302
    assert {fresh(each).maintainer for each in (page, second)} == {cast.lin_xiaoman}
    told = Notice.objects.get(kind="page.entrusted")
    assert (told.person, told.values) == (cast.lin_xiaoman, {"count": 2, "reason": "轮岗到急诊"})
    for each in (page, second):
        written = Decision.objects.get(verb="page.handed_over", about_key=each.uid)
        assert (written.by, written.reason) == (cast.zhou_yaning, "轮岗到急诊")
        assert (written.before, written.after) == ({"maintainer": "QY10231"}, {"maintainer": "QY10874"})
    client.force_login(cast.lin_xiaoman)
    assert "周雅宁 把 2 页交给您维护" in client.get("/inbox/").content.decode()
    history = client.get(reverse("content:history", args=[page.uid])).content.decode()
    assert "换维护人" in history
    assert "林小满，轮岗到急诊" in history


@pytest.mark.promise("W44")
@pytest.mark.parametrize(("to", "reason"), [("", "x"), ("QY10874", ""), ("XX00000", "x"), ("YL99999", "x")])
def test_nobody_at_all_or_no_reason_changes_nothing(client, cast, page, to, reason):
    client.force_login(cast.zhou_yaning)

    assert hand_over(client, [page], to, reason).status_code == 422
    assert fresh(page).maintainer == cast.zhou_yaning


@pytest.mark.promise("W44")
def test_a_leaver_is_given_nothing(client, cast, page):
    cast.lin_xiaoman.is_active = False
    cast.lin_xiaoman.save()
    client.force_login(cast.zhou_yaning)

    assert hand_over(client, [page], "QY10874").status_code == 422
    with pytest.raises(NotAtWork):
        life.hand_over(ContentPage.objects.filter(pk=page.pk), to=cast.lin_xiaoman, by=cast.zhou_yaning, reason="x")
    with pytest.raises(ReasonMissing):
        life.hand_over(ContentPage.objects.filter(pk=page.pk), to=cast.shen_zhixia, by=cast.zhou_yaning, reason=" ")


@pytest.mark.promise("W44", "W4")
def test_a_page_the_colleague_may_not_read_stays_and_the_others_go(client, cast, page):
    closed = make_space(cast.ward, slug="ward")
    kept = publishing.publish(
        writing.create(closed, "article", by=cast.zhou_yaning, text=Text("病区密谈", "x")), by=cast.zhou_yaning
    )
    client.force_login(cast.zhou_yaning)

    hand_over(client, [page, kept], "QY10112")

    assert fresh(page).maintainer == cast.shen_zhixia
    assert fresh(kept).maintainer == cast.zhou_yaning
    assert "《病区密谈》没有交出" in client.get("/maintained/").content.decode()


@pytest.mark.promise("W44", "W4")
@pytest.mark.parametrize("who", ("lin_xiaoman", "zhao_jingxing"))
def test_a_colleague_who_does_not_keep_the_page_hands_nothing_over(client, cast, page, who):
    client.force_login(getattr(cast, who))

    hand_over(client, [page], "QY10112")

    by = getattr(cast, who)
    done = life.hand_over(ContentPage.objects.filter(pk=page.pk), to=cast.shen_zhixia, by=by, reason="x")

    assert (done.given, done.unreadable) == ([], [])
    assert page.title not in client.get(f"{HAND_OVER}?page={page.uid}").content.decode()
    assert fresh(page).maintainer == cast.zhou_yaning


@pytest.mark.parametrize("count", (1, 4))
def test_the_list_costs_the_same_for_any_length(client, cast, space, count, django_assert_max_num_queries):
    for number in range(count):
        writing.create(space, "article", by=cast.zhou_yaning, text=Text(f"页 {number}", "x"))
    client.force_login(cast.zhou_yaning)
    client.get("/maintained/")

    with django_assert_max_num_queries(7):
        client.get("/maintained/")


# -- locking


@pytest.mark.promise("P23")
def test_a_locked_page_is_read_as_ever_and_says_who_locked_it(client, cast, page):
    client.force_login(cast.zhou_yaning)
    client.post(reverse("content:lock", args=[page.uid]))
    assert fresh(page).locked_by == cast.zhou_yaning

    with pytest.raises(PageLocked, match=r"周雅宁.*锁定了这一页"):
        save(page, cast.lin_xiaoman, "改。\n")
    client.force_login(cast.lin_xiaoman)
    assert client.get(page.get_absolute_url()).status_code == 200
    editor = client.get(reverse("content:edit", args=[page.uid]), follow=True).content.decode()
    assert "周雅宁 在" in editor
    assert 'name="body"' not in editor
    answer = client.post(
        reverse("content:edit", args=[page.uid]),
        {"title": page.title, "body": "改。", "base": fresh(page).latest_revision_id},
    )
    assert "锁定了这一页" in answer.content.decode()
    save(page, cast.zhou_yaning, "自己改。\n")
    assert list(Decision.objects.filter(verb__in=("page.locked", "page.unlocked")).values_list("verb", "by")) == [
        ("page.locked", cast.zhou_yaning.pk)
    ]


def test_the_steward_unlocks_and_a_colleague_does_not(client, cast, space, page):
    space.stewards_id = make_space(cast.qingyu, slug="x", stewards=[audiences.person(cast.shen_zhixia)]).stewards_id
    space.save()
    life.lock(page, by=cast.zhou_yaning)
    with pytest.raises((PermissionDenied, Http404)):
        life.unlock(page, by=cast.lin_xiaoman)
    client.force_login(cast.lin_xiaoman)
    assert client.post(reverse("content:lock", args=[page.uid]), {"open": "1"}).status_code == 404

    client.force_login(cast.shen_zhixia)
    assert "解锁" in client.get(reverse("content:page_menu", args=[page.uid])).content.decode()
    client.post(reverse("content:lock", args=[page.uid]), {"open": "1"})

    assert not fresh(page).locked
    save(page, cast.lin_xiaoman, "改。\n")


def test_a_draft_is_not_given_to_who_could_never_open_it(cast, space):
    draft = writing.create(space, "article", by=cast.zhou_yaning, text=Text("没写完", "正文"))

    done = life.hand_over(
        ContentPage.objects.filter(pk=draft.pk), to=cast.zhao_jingxing, by=cast.zhou_yaning, reason="轮岗"
    )

    assert (done.given, [page.pk for page in done.unreadable]) == ([], [draft.pk])
    assert fresh(draft).maintainer == cast.zhou_yaning


def test_the_copy_of_a_locked_page_is_free(cast, page):
    life.lock(page, by=cast.zhou_yaning)

    copy = placing.copy(fresh(page), page.space, by=cast.lin_xiaoman)

    assert save(copy, cast.lin_xiaoman, "我的。\n").page.body == "我的。\n"


def test_whoever_locks_what_another_has_locked_is_told_who(client, cast, page):
    page.space.as_space.stewards = audiences.intern([audiences.person(cast.shen_zhixia)])
    page.space.as_space.save()
    life.lock(page, by=cast.zhou_yaning)
    client.force_login(cast.shen_zhixia)

    said = client.post(reverse("content:lock", args=[page.uid]), follow=True).content.decode()

    assert "周雅宁 在" in said
    assert "只有您能修改" not in said
    assert fresh(page).locked_by == cast.zhou_yaning

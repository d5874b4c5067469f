"""Review dates: who is told when, each once, and what ends it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from access import audiences
from audit.models import Decision
from content.actions import life, placing, reminding
from content.models import ContentPage, Reminder, Verification
from content.placing import refresh_scopes
from jobs.models import Due
from jobs.testing import run_due
from notifications.models import Notice
from org.choices import RoleKind
from org.models import Membership, Role
from tests.cast import LONG_AGO
from tests.content.pages import fresh
from ui.days import today

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def head(cast):
    """青屿医院 has a director; the page is maintained by 周雅宁."""
    Membership.objects.create(
        person=cast.han_yuan, unit=cast.qingyu, position=cast.positions.director, starts_on=LONG_AGO, is_main=False
    )
    return cast.han_yuan


@pytest.fixture
def morning(monkeypatch, page):
    """Plays the morning so many days before the review date (after it when negative)."""
    until = today() + 100 * DAY
    ContentPage.objects.filter(pk=page.pk).update(valid_until=until)
    now = timezone.now()

    def play(days_before, *, times=1):
        moment = now + (100 - days_before) * DAY
        monkeypatch.setattr(timezone, "now", lambda: moment)
        for _ in range(times):
            reminding.plan()
            run_due()

    return play


def told(person, kind=None):
    notices = Notice.objects.filter(person=person, kind__startswith="review.").order_by("pk")
    return [(notice.kind, notice.values["days"]) for notice in notices if kind in (None, notice.kind)]


@pytest.mark.promise("W45", "P22")
def test_the_maintainer_is_told_thirty_seven_and_no_days_before_each_once(cast, page, morning):
    for day in range(40, -1, -1):
        morning(day, times=2)

    assert told(cast.zhou_yaning) == [("review.due", 30), ("review.due", 7), ("review.due", 0)]


@pytest.mark.promise("W45")
def test_days_on_which_nothing_ran_are_made_up_for_by_the_nearest_alone(cast, page, morning):
    morning(5)
    morning(-3)

    assert told(cast.zhou_yaning) == [("review.due", 5), ("review.overdue", -3)]


@pytest.mark.promise("W45")
def test_when_it_is_overdue_the_head_is_told_and_again_every_thirty_days(cast, page, morning, head):
    for day in range(0, -70, -1):
        morning(day)

    assert told(head) == [("review.escalated", -1), ("review.escalated", -31), ("review.escalated", -61)]
    assert told(cast.zhou_yaning, "review.overdue") == [("review.overdue", day) for day in (-1, -31, -61)]


@pytest.mark.promise("W45")
def test_a_head_who_maintains_the_page_is_not_told_of_it_twice(cast, page, morning, head):
    life.hand_over(ContentPage.objects.filter(pk=page.pk), to=head, by=cast.zhou_yaning, reason="轮岗")

    morning(-1)

    assert told(head) == [("review.overdue", -1)]
    assert not Notice.objects.filter(kind="review.escalated").exists()  # the group's administrator reads no 青屿 page


@pytest.mark.promise("W45", "W4")
def test_a_head_who_may_not_read_the_page_is_passed_over(cast, page, morning, head):
    page.space.as_space.readers = audiences.intern(
        [audiences.everyone_in(cast.ward), audiences.person(cast.shen_zhixia)]
    )
    page.space.as_space.stewards = audiences.intern([audiences.person(cast.shen_zhixia)])
    page.space.as_space.save()
    refresh_scopes(page.space.as_space)
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.ADMINISTRATOR, unit=cast.qingyu, starts_on=LONG_AGO)
    morning(-1)

    assert told(head) == []
    assert told(cast.zhou_yaning) == [("review.overdue", -1)]
    assert told(cast.shen_zhixia) == [("review.escalated", -1)]


@pytest.mark.promise("W45")
def test_still_correct_is_one_click_a_review_in_the_history_and_ends_the_reminding(client, cast, page, morning, head):
    morning(-1)
    client.force_login(cast.zhou_yaning)
    assert "还对吗" in client.get("/waiting/").content.decode()

    client.post(reverse("content:verify", args=[page.uid]))
    for day in range(-2, -40, -1):
        morning(day)

    client.force_login(cast.zhou_yaning)  # it is weeks later
    assert len(told(cast.zhou_yaning) + told(head)) == 2
    assert Verification.objects.get(page=page).by == cast.zhou_yaning
    assert "仍然正确" in client.get(reverse("content:history", args=[page.uid])).content.decode()
    assert Decision.objects.filter(verb="page.verified", about_key=page.uid).exists()
    inbox = client.get("/inbox/").content.decode()
    assert "已经核验过了" in inbox
    assert "还对吗" not in client.get("/waiting/").content.decode()


@pytest.mark.promise("W45")
def test_a_date_that_moves_takes_its_old_reminders_with_it(cast, page, morning):
    morning(31)
    reminding.plan()
    morning(30)
    Notice.objects.all().delete()
    life.verify(page, by=cast.zhou_yaning, valid_until=today() + 20 * DAY)
    reminding.remind([page.pk])
    run_due()
    assert told(cast.zhou_yaning) == [("review.due", 20)]

    life.verify(page, by=cast.zhou_yaning, valid_until=today() + 300 * DAY)
    reminding.remind([page.pk])  # asked for before, done after
    run_due()

    assert told(cast.zhou_yaning) == [("review.due", 20)]


@pytest.mark.promise("W45", "P22")
def test_a_worker_killed_between_two_pages_tells_everybody_once(cast, page, morning, monkeypatch):
    """Nothing of a piece of work that breaks stays; the sweep does it again."""
    morning(50)
    calls = []

    def broken(*args, **values):
        calls.append(args)
        raise RuntimeError("killed")

    monkeypatch.setattr("content.actions.reminding.notify", broken)
    morning(30)
    assert calls
    assert not Reminder.objects.exists()

    monkeypatch.undo()
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + 70 * DAY)
    Due.objects.filter(name=reminding.REMIND).update(due_at=now)
    run_due()

    assert told(cast.zhou_yaning) == [("review.due", 30)]


@pytest.mark.promise("W45", "P22")
def test_what_was_told_is_not_told_again_when_old_notices_and_work_are_forgotten(cast, page, morning):
    morning(7)
    Notice.objects.all().delete()
    Due.objects.all().delete()

    morning(6)
    reminding.remind([page.pk])
    run_due()

    assert told(cast.zhou_yaning) == []


def test_drafts_and_what_lies_in_the_bin_are_left_in_peace(cast, page, morning):
    placing.remove(fresh(page), by=cast.zhou_yaning)

    morning(0)

    assert not Reminder.objects.exists()


def test_many_pages_cost_two_queries_to_plan(cast, page, django_assert_num_queries):
    ContentPage.objects.filter(pk=page.pk).update(valid_until=today())
    reminding.plan()
    run_due()

    with django_assert_num_queries(2):
        reminding.plan()


@pytest.mark.promise("W45")
def test_notices_say_what_to_do_next_and_lead_there(client, cast, page, morning, head):
    morning(7)
    client.force_login(cast.zhou_yaning)
    mine = client.get("/inbox/").content.decode()
    assert "《交接班》还有 7 天到复核日期" in mine
    assert "仍然正确" in mine

    morning(-1)
    client.force_login(head)
    theirs = client.get("/inbox/").content.decode()
    assert "周雅宁 维护的《交接班》已过复核日期 1 天" in theirs
    assert "请提醒维护人" in theirs

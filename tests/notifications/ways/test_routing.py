"""By which ways, and when: as each person wants it, at the price of a handful of statements."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from jobs.testing import run_due
from notifications import routing
from notifications.models import Delivery, Notice, PaceChoice, Rhythm
from org.models import User

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Asia/Shanghai")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def deliveries():
    return list(Delivery.objects.order_by("person__number", "way").values_list("person__name", "way"))


def send_only(tell, *people, **more):
    tell(*people, **more)
    run_due(name="notifications.send")


def test_only_ways_that_reach_the_person_are_taken(cast, tell, post, subscribe, robot):
    User.objects.filter(pk=cast.zhou_yaning.pk).update(email=None)
    subscribe(cast.lin_xiaoman)
    robot(cast.zhou_yaning)

    send_only(tell, cast.lin_xiaoman, cast.zhou_yaning)

    assert deliveries() == [("周雅宁", "feishu"), ("林小满", "mail"), ("林小满", "webpush")]


def test_without_a_mail_server_nothing_waits_for_one(cast, tell):
    send_only(tell, cast.lin_xiaoman)

    assert deliveries() == []


def test_whoever_does_not_want_a_way_is_spared_and_whoever_does_is_not(cast, tell, post, choose):
    choose(cast.lin_xiaoman, "announcement", "mail", False)
    choose(cast.zhou_yaning, "comment", "mail", True)

    send_only(tell, cast.lin_xiaoman, cast.zhou_yaning, cast.shen_zhixia)
    send_only(tell, cast.lin_xiaoman, cast.zhou_yaning, cast.shen_zhixia, kind="page.commented")

    assert deliveries() == [("沈知夏", "mail"), ("周雅宁", "mail"), ("周雅宁", "mail")]


def test_what_is_binding_goes_whatever_was_chosen(cast, tell, post, choose):
    choose(cast.lin_xiaoman, "alert", "mail", False)
    PaceChoice.objects.create(person=cast.lin_xiaoman, group="alert", pace="week")

    send_only(tell, cast.lin_xiaoman, kind="page.alarmed")

    assert deliveries() == [("林小满", "mail")]
    assert Delivery.objects.due().count() == 1


def test_off_in_the_house_means_no_number_at_the_bell(cast, tell, choose):
    choose(cast.lin_xiaoman, "announcement", "inapp", False)

    send_only(tell, cast.lin_xiaoman, cast.zhou_yaning)

    assert User.objects.get(pk=cast.lin_xiaoman.pk).unread == 0
    assert User.objects.get(pk=cast.zhou_yaning.pk).unread == 1
    assert Notice.objects.of(cast.lin_xiaoman).count() == 1


def test_routing_again_changes_nothing(cast, tell, post):
    send_only(tell, cast.lin_xiaoman)
    Delivery.objects.update(state="sent")

    routing.route("page.announced:1")

    assert list(Delivery.objects.values_list("state", flat=True)) == ["sent"]


@pytest.mark.parametrize("count", [1, 40])
def test_many_people_cost_as_many_statements_as_one(cast, page, post, web, count, django_assert_num_queries):
    people = [User(number=f"T{n}", name=f"T{n}", email=f"t{n}@example.invalid") for n in range(count)]
    User.objects.bulk_create(people)
    Notice.objects.bulk_create(
        Notice(person=person, kind="channel.issued", key="channel.issued:1") for person in people
    )

    # the kind, whom to hush, an insertion for each of the three ways that fit, and one row for the courier
    with django_assert_num_queries(6):
        routing.route("channel.issued:1")

    assert Delivery.objects.count() == count


def test_each_gets_the_digest_at_the_own_hour(cast, tell, post, choose, monkeypatch):
    now = at("2026-11-18 09:10")  # a Wednesday
    monkeypatch.setattr(timezone, "now", lambda: now)
    people = [cast.lin_xiaoman, cast.zhou_yaning, cast.shen_zhixia, cast.han_yuan]
    for person, pace in zip(people, ("now", "hour", "day", "week"), strict=True):
        PaceChoice.objects.create(person=person, group="announcement", pace=pace)
    Rhythm.objects.create(person=cast.shen_zhixia, day_at="12:30")
    Rhythm.objects.create(person=cast.han_yuan, week_at="5 17:30")

    tell(*people)
    run_due(name="notifications.send", at=timezone.now() + timedelta(days=400))

    due = {name: moment.astimezone(HERE).isoformat(" ", "minutes")[:16]
           for name, moment in Delivery.objects.values_list("person__name", "due_at")}  # fmt: skip
    assert due == {
        "林小满": "2026-11-18 09:10",
        "周雅宁": "2026-11-18 10:00",
        "沈知夏": "2026-11-18 12:30",
        "韩予安": "2026-11-20 17:30",
    }


@pytest.mark.parametrize(
    ("now", "clock", "expected"),
    [
        ("2026-11-18 07:59", "08:00", "2026-11-18 08:00"),
        ("2026-11-18 08:00", "08:00", "2026-11-19 08:00"),
        ("2026-12-31 23:59", "12:30", "2027-01-01 12:30"),
    ],
)
def test_the_next_digest_of_the_day(now, clock, expected):
    assert routing.next_day(at(now), clock) == at(expected)


@pytest.mark.parametrize(
    ("now", "when", "expected"),
    [
        ("2026-11-16 07:00", "1 08:00", "2026-11-16 08:00"),
        ("2026-11-16 08:00", "1 08:00", "2026-11-23 08:00"),
        ("2026-11-21 12:00", "5 17:30", "2026-11-27 17:30"),
    ],
)
def test_the_next_digest_of_the_week(now, when, expected):
    assert routing.next_week(at(now), when) == at(expected)

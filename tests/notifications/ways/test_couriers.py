"""What leaves the house: to whom, in which words, and what happens when the world outside does not play along."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from jobs.testing import run_due
from notifications import couriers, registry, routing, ways
from notifications.actions import read_all
from notifications.models import Delivery, Notice, Rhythm
from org import duty
from org.models import User

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Asia/Shanghai")
LATER = timezone.now() + timedelta(days=400)  # rows that are due bear the real time


def said(way="mail"):
    """How each delivery by this way ended: state and reason."""
    rows = Delivery.objects.by(way).order_by("person__number")
    return {name: (state, reason) for name, state, reason in rows.values_list("person__name", "state", "reason")}


def states(way="mail"):
    return {name: state for name, (state, _) in said(way).items()}


@pytest.mark.promise("N19", "S10")
def test_everybody_gets_one_letter_however_often_the_work_is_done(cast, tell, post):
    tell(cast.lin_xiaoman, cast.zhou_yaning)
    for _ in range(2):  # the sending, the routing and the courier again, as when beat is doubled
        run_due()
        routing.route("page.announced:1")
        couriers.carry(ways.find("mail"))

    assert post.received_by() == ["qy10231@example.invalid", "qy10874@example.invalid"]
    assert states() == {"林小满": "sent", "周雅宁": "sent"}


@pytest.mark.promise("S11")
def test_one_who_cannot_be_reached_does_not_stop_the_others(cast, tell, post):
    post.refuses.add("qy10231@example.invalid")
    post.busy.add("qy10112@example.invalid")

    tell(cast.lin_xiaoman, cast.zhou_yaning, cast.shen_zhixia)
    run_due()

    assert post.received_by() == ["qy10874@example.invalid"]
    assert said() == {
        "沈知夏": ("waiting", "451 come back later"),
        "周雅宁": ("failed", "550 no such person"),
        "林小满": ("sent", ""),
    }


@pytest.mark.promise("N18", "N19")
def test_a_mail_server_that_is_down_delays_and_loses_nothing(cast, tell, post):
    post.controller.stop()
    tell(cast.lin_xiaoman)
    run_due()
    (waiting,) = Delivery.objects.all()
    assert (waiting.state, waiting.attempts) == ("waiting", 0)
    assert "refused" in waiting.reason
    assert User.objects.get(pk=cast.lin_xiaoman.pk).unread == 1  # the one in the house is there

    post.start()
    Delivery.objects.update(due_at=timezone.now())
    couriers.carry(ways.find("mail"))

    assert post.received_by() == ["qy10874@example.invalid"]


@pytest.mark.promise("S10")
def test_a_letter_that_may_have_arrived_is_listed_and_never_sent_again_by_itself(cast, tell, post):
    post.drops = True
    tell(cast.lin_xiaoman)
    run_due()
    Delivery.objects.update(due_at=timezone.now())
    post.drops = False
    couriers.put_right(ways.find("mail"))
    couriers.carry(ways.find("mail"))

    assert len(post.letters) == 1
    assert said() == {"林小满": ("failed", "发送中断，可能已经送到，不再自动重发")}


def test_what_a_courier_that_died_had_in_hand_is_repeated_only_where_nobody_sees_it(cast, tell, post, subscribe):
    subscribe(cast.lin_xiaoman)
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send")
    Delivery.objects.update(begun_at=timezone.now() - Delivery.LEASE * 2, holder="gone")

    for way in ways.outward():
        couriers.put_right(way)

    assert states() == {"林小满": "failed"}
    assert states("webpush") == {"林小满": "waiting"}


def test_a_clock_that_was_ahead_keeps_nothing_for_ever(cast, tell, post, subscribe):
    subscribe(cast.lin_xiaoman)
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send")
    Delivery.objects.by("webpush").update(begun_at=timezone.now() + timedelta(days=2), holder="gone")

    couriers.put_right(ways.find("webpush"))

    assert Delivery.objects.by("webpush").due().count() == 1


@pytest.mark.promise("N18")
def test_two_couriers_who_meet_send_one_letter(cast, tell, post, monkeypatch):
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send")
    mail = ways.find("mail")
    made = couriers.gathering.messages(mail, [cast.lin_xiaoman.pk])
    couriers.carry(mail)  # the other one, between gathering and taking

    with mail.opened():
        couriers.Round(mail)._deliver(made[0])

    assert len(post.letters) == 1


def test_waits_grow_and_then_it_has_failed(cast, tell, post):
    post.busy.add("qy10874@example.invalid")
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send")
    waits = []
    for _ in range(6):
        Delivery.objects.update(due_at=timezone.now())
        couriers.carry(ways.find("mail"))
        waits.append(round((Delivery.objects.get().due_at - timezone.now()).total_seconds() / 60))

    assert waits == [1, 5, 30, 120, 360, 0]
    assert states() == {"林小满": "failed"}


@pytest.mark.promise("W5")
def test_whoever_may_no_longer_see_it_is_not_told(cast, tell, post):
    tell(cast.lin_xiaoman, cast.zhou_yaning)
    run_due(name="notifications.send")
    cast.lin_xiaoman.memberships.get().delete()

    couriers.carry(ways.find("mail"))

    assert post.received_by() == ["qy10231@example.invalid"]
    assert said()["林小满"] == ("dropped", "内容已删除，或不再对本人开放")


@pytest.mark.promise("S22")
def test_a_digest_holds_only_what_is_unread_and_is_one_letter(cast, tell, post):
    for number in "1234":
        tell(cast.lin_xiaoman, kind="channel.issued", key=number)
    run_due(name="notifications.send")
    seen = Notice.objects.get(key="channel.issued:2")
    Notice.objects.filter(pk=seen.pk).update(read_at=timezone.now())
    couriers.carry(ways.find("mail"))
    assert post.letters == []  # not before its hour

    Delivery.objects.update(due_at=timezone.now())
    couriers.carry(ways.find("mail"))

    (letter,) = post.letters
    text = letter.get_body(("plain",)).get_content()
    assert text.count("《交接班要点》") == 3
    assert f"/inbox/{seen.pk}/" not in text
    assert "订阅号" in letter["Subject"] and "3 条新通知" in letter["Subject"]


@pytest.mark.promise("S22")
def test_a_digest_leaves_out_what_is_no_longer_wanted(cast, tell, post, _kinds):
    _kinds("channel.issued", "channel", still_wanted=lambda self, person, notices: notices[1:])
    tell(cast.lin_xiaoman, kind="channel.issued", key="1")
    tell(cast.lin_xiaoman, kind="channel.issued", key="2")
    run_due(name="notifications.send")
    Delivery.objects.update(due_at=timezone.now())

    couriers.carry(ways.find("mail"))

    assert post.letters[0].get_body(("plain",)).get_content().count("《交接班要点》") == 1
    assert sorted(Delivery.objects.values_list("state", flat=True)) == ["dropped", "sent"]


def test_nothing_new_is_no_letter(cast, tell, post):
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send")
    read_all(cast.lin_xiaoman)

    couriers.carry(ways.find("mail"))

    assert post.letters == []


def quiet_at(monkeypatch, moment, person, **values):
    now = datetime.fromisoformat(moment).replace(tzinfo=HERE)
    monkeypatch.setattr(timezone, "now", lambda: now)
    Rhythm.objects.create(person=person, is_quiet=True, quiet_from=time(22), quiet_until=time(7), **values)


def due_here():
    return Delivery.objects.get().due_at.astimezone(HERE).isoformat(" ", "minutes")[:16]


@pytest.mark.promise("S22")
@pytest.mark.parametrize(
    ("moment", "days_off", "until"),
    [
        ("2026-11-18 23:00", False, "2026-11-19 07:00"),
        ("2026-11-19 03:00", False, "2026-11-19 07:00"),
        ("2026-11-20 23:00", True, "2026-11-23 07:00"),  # Friday night, until Monday
        ("2026-09-30 23:00", True, "2026-10-08 07:00"),  # before National Day
        ("2026-10-10 23:00", True, "2026-10-12 07:00"),  # a Saturday that was worked
    ],
)
def test_at_night_and_on_days_off_it_waits(cast, tell, post, monkeypatch, moment, days_off, until):
    quiet_at(monkeypatch, moment, cast.lin_xiaoman, is_quiet_on_days_off=days_off)
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send", at=LATER)

    couriers.carry(ways.find("mail"))

    assert post.letters == []
    assert due_here() == until


@pytest.mark.parametrize("kind", ["page.alarmed"])
def test_what_is_binding_comes_at_night(cast, tell, post, monkeypatch, kind):
    quiet_at(monkeypatch, "2026-11-18 23:00", cast.lin_xiaoman)
    tell(cast.lin_xiaoman, kind=kind)
    run_due(name="notifications.send", at=LATER)

    couriers.carry(ways.find("mail"))

    assert len(post.letters) == 1


def test_whoever_is_on_duty_is_told_at_night(cast, tell, post, monkeypatch):
    monkeypatch.setattr(duty, "_sources", [lambda unit, role, at: {cast.lin_xiaoman.pk}])
    quiet_at(monkeypatch, "2026-11-18 23:00", cast.lin_xiaoman)
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send", at=LATER)

    couriers.carry(ways.find("mail"))

    assert len(post.letters) == 1


@pytest.mark.promise("N19")
def test_a_way_that_fails_delays_no_other(cast, tell, post, robot, web, subscribe):
    robot(cast.lin_xiaoman)
    subscribe(cast.lin_xiaoman)
    web.answers["/bot/1"] = 500
    web.answers["/push/1"] = "closed"

    tell(cast.lin_xiaoman)
    run_due()

    assert states() == {"林小满": "sent"}
    assert states("feishu") == {"林小满": "waiting"}
    assert states("webpush") == {"林小满": "waiting"}


def test_a_message_that_cannot_be_made_stops_nobody(cast, tell, post, monkeypatch):
    from notifications.ways.mail import writing

    real = writing.letter

    def broken(message):
        if message.person == cast.zhou_yaning:
            raise RuntimeError("words are missing")
        return real(message)

    monkeypatch.setattr(writing, "letter", broken)
    tell(cast.lin_xiaoman, cast.zhou_yaning)
    run_due()

    assert states() == {"林小满": "sent", "周雅宁": "failed"}


def test_kinds_without_a_room_say_nothing(cast, tell, post):
    tell(cast.lin_xiaoman)
    run_due(name="notifications.send")
    registry._kinds.clear()

    couriers.carry(ways.find("mail"))

    assert post.letters == []

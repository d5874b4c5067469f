"""Doing work: effect and done together, fenced, retried, given up where somebody sees it."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

import jobs
from jobs import actions, running
from jobs.models import LEASES, Due
from jobs.testing import run_due

pytestmark = pytest.mark.django_db
ways = {}


@jobs.work("test.leave_a_trace")
def leave_a_trace(label):
    ContentType.objects.create(app_label=label, model="trace")
    ways[label]()


@jobs.work("test.speak", outside=True)
def speak():
    ways["said"] = jobs.doing()


def traces(label):
    return ContentType.objects.filter(app_label=label).count()


def trace(label, way=lambda: None):
    ways[label] = way
    jobs.due("test.leave_a_trace", key=label, payload={"label": label})
    return Due.objects.get(key=label)


def fail():
    raise ValueError("The printer is on fire.")


def test_work_that_fails_leaves_nothing_and_comes_back_later():
    row = trace("a", way=fail)

    run_due()
    row.refresh_from_db()

    assert (traces("a"), row.failures, row.done_at) == (0, 1, None)
    assert "The printer is on fire." in row.last_error
    assert timedelta(0) < row.due_at - timezone.now() < timedelta(seconds=5)


def test_the_pauses_between_tries_grow_up_to_an_hour():
    row = trace("a", way=fail)
    pauses = []
    for _ in range(11):
        began = timezone.now()
        Due.objects.filter(pk=row.pk).update(due_at=began)
        run_due()
        ended = timezone.now()
        row.refresh_from_db()
        pauses.append(((row.due_at - ended).total_seconds(), (row.due_at - began).total_seconds()))

    for (least, most), pause in zip(pauses, [2, 4, 8, 16], strict=False):
        assert least <= pause <= most
    assert max(pauses) == pauses[-1]
    assert pauses[-1][0] <= 3600


def test_work_that_cannot_succeed_is_given_up_and_can_be_retried():
    def give_up():
        raise jobs.GiveUp("Das Postfach gibt es nicht.")

    row = trace("a", way=give_up)
    run_due()
    assert list(Due.objects.failed()) == [row]

    ways["a"] = lambda: None
    actions.retry(Due.objects.failed())
    run_due()

    assert traces("a") == 1


def test_work_whose_hour_has_not_come_waits_without_blame():
    def later():
        raise jobs.Later(60)

    row = trace("a", way=later)
    run_due()
    row.refresh_from_db()

    assert (row.failures, row.last_error) == (0, "")
    assert row.due_at > timezone.now() + timedelta(seconds=50)


@pytest.mark.promise("P22")
def test_a_worker_past_its_lease_cannot_finish_what_another_has_taken_over():
    row = trace("a", way=lambda: Due.objects.filter(key="a").update(attempts=2))
    assert row.lease(LEASES["quick"])

    running.run(row, alone=True)

    assert traces("a") == 0
    assert Due.objects.open().filter(key="a").exists()


@pytest.mark.promise("P22")
def test_two_workers_cannot_lease_the_same_row():
    first, second = trace("a"), Due.objects.get(key="a")

    assert first.lease(LEASES["quick"])
    assert not second.lease(LEASES["quick"])


@pytest.mark.promise("P22")
def test_a_worker_that_always_dies_in_the_middle_is_a_failure_too():
    row = trace("a")
    for _ in range(20):
        Due.objects.filter(pk=row.pk).update(leased_until=timezone.now() - timedelta(seconds=1))
        row.refresh_from_db()
        if row.failed_at or not row.lease(LEASES["quick"]):
            break
        if row.failures >= 12:
            running.run(row, alone=True)
    row.refresh_from_db()

    assert row.failed_at
    assert traces("a") == 0


def test_work_that_an_older_release_does_not_know_waits_for_the_newer_one():
    Due.objects.create(name="test.from_the_future", key="a")

    run_due()

    row = Due.objects.get(name="test.from_the_future")
    assert (row.failures, row.failed_at) == (1, None)


def test_what_talks_to_the_world_outside_carries_its_key():
    jobs.due("test.speak", key="mail:7")

    run_due()

    assert ways["said"] == "test.speak:mail:7"


def test_patient_work_stands_behind_what_is_due_later():
    order = []
    jobs.work("test.patient", patient=True)(lambda: order.append("patient"))
    jobs.work("test.urgent")(lambda: order.append("urgent"))
    jobs.due("test.patient", at=timezone.now() - timedelta(minutes=5))
    jobs.due("test.urgent")

    running.drain("quick")

    assert order == ["urgent", "patient"]


def test_a_slice_ends_in_time_and_says_that_more_is_waiting():
    for label in "abc":
        trace(label)

    assert running.drain("quick", seconds=0)
    assert Due.objects.open().filter(name="test.leave_a_trace").count() == 2
    assert not running.drain("quick", seconds=5)


@pytest.mark.parametrize("count", (1, 3))
def test_a_quiet_sweep_costs_one_query(count, django_assert_num_queries):
    for label in "abc"[:count]:
        trace(label)
    run_due()

    with django_assert_num_queries(1):
        running.drain("quick")

"""Asking for work: in the caller's transaction, once a key, one query."""

import time

import pytest
from django.db import transaction
from django.utils import timezone

import jobs
from jobs import waking
from jobs.models import Due
from jobs.testing import run_due

done = []


@jobs.work("test.remember")
def remember(what):
    done.append(what)


@pytest.fixture(autouse=True)
def _nothing_done():
    done.clear()


@pytest.mark.promise("P22")
@pytest.mark.django_db
def test_work_is_due_if_and_only_if_the_change_is_made():
    with pytest.raises(ValueError, match="change"), transaction.atomic():
        jobs.due("test.remember", payload={"what": "undone"})
        raise ValueError("the change failed")
    jobs.due("test.remember", payload={"what": "kept"})

    run_due()

    assert done == ["kept"]


@pytest.mark.django_db
def test_twice_is_once_for_the_same_key():
    jobs.due("test.remember", key="notice:1", payload={"what": "first"})
    jobs.due("test.remember", key="notice:1", payload={"what": "again"})
    run_due()
    jobs.due("test.remember", key="notice:1", payload={"what": "much later"})
    run_due()

    assert done == ["first"]


@pytest.mark.django_db
def test_what_is_kept_up_to_date_is_done_again_with_the_newest_payload():
    jobs.due("test.remember", key="page:1", payload={"what": "old"}, again=True)
    jobs.due("test.remember", key="page:1", payload={"what": "new"}, again=True)
    run_due()
    jobs.due("test.remember", key="page:1", payload={"what": "newer"}, again=True)
    run_due()

    assert done == ["new", "newer"]


@pytest.mark.promise("P22")
@pytest.mark.django_db
def test_asking_again_during_the_work_does_it_once_more():
    @jobs.work("test.asked_meanwhile")
    def asked_meanwhile(round):
        done.append(round)
        if round == 1:
            jobs.due("test.asked_meanwhile", key="page:1", payload={"round": 2}, again=True)

    jobs.due("test.asked_meanwhile", key="page:1", payload={"round": 1}, again=True)
    run_due()

    assert done == [1, 2]
    assert not Due.objects.open().filter(name="test.asked_meanwhile").exists()


@pytest.mark.django_db
def test_work_waits_for_its_hour():
    tomorrow = timezone.now() + timezone.timedelta(days=1)
    jobs.due("test.remember", payload={"what": "tomorrow"}, at=tomorrow)

    run_due(name="test.remember")
    assert done == []

    run_due(name="test.remember", at=tomorrow)
    assert done == ["tomorrow"]


@pytest.mark.django_db
def test_a_name_nobody_registered_is_told_at_once():
    with pytest.raises(LookupError, match=r"test\.typo"):
        jobs.due("test.typo")


@pytest.mark.django_db
@pytest.mark.parametrize("again", (False, True))
def test_asking_costs_one_query(django_assert_num_queries, again):
    with django_assert_num_queries(1):
        jobs.due("test.remember", key="k", payload={"what": 1}, again=again)


@pytest.mark.django_db
def test_many_pieces_of_work_wake_the_worker_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for number in range(5):
            jobs.due("test.remember", payload={"what": number})

    assert callbacks == [waking.AFTER_COMMIT["quick"]]


def test_nobody_waits_for_a_broker_that_is_down(settings, caplog):
    settings.CELERY_APP = "nowhere.app"
    began = time.monotonic()

    for _ in range(100):
        waking.wake("quick")

    assert time.monotonic() - began < 0.5
    deadline = time.monotonic() + 5
    while not caplog.messages and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(caplog.messages) == 1

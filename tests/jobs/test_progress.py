"""Slow work: seen from outside, paused, gone on with, interrupted."""

import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

import jobs
from jobs import actions, outcomes, running
from jobs.models import LEASES, Due, Progress
from jobs.testing import run_due

pytestmark = pytest.mark.django_db
read = []
at_page = {}


@jobs.work("test.import", lane="slow", limit=timedelta(seconds=0.3))
def import_pages(progress, pages):
    progress.begin(pages, "正在导入")
    for page in range(progress.state.get("page", 0), pages):
        with transaction.atomic():
            read.append(page)
            progress.keep(page=page + 1)
        progress.step(f"第 {page + 1} 篇")
        at_page.get(page, lambda: None)()


@pytest.fixture
def row():
    read.clear()
    at_page.clear()
    jobs.due("test.import", key="import:1", payload={"pages": 5})
    return Due.objects.get(name="test.import")


def test_people_see_how_far_it_got(row):
    at_page[3] = lambda: at_page.update(seen=Progress.objects.get(due=row))

    run_due()

    assert (at_page["seen"].done, at_page["seen"].percent) == (3, 60)
    progress = Progress.objects.get(due=row)
    assert (progress.done, progress.total, progress.percent) == (5, 5, 100)
    assert progress.finished_at


def test_a_new_round_begins_at_nought(row):
    run_due()
    jobs.due("test.import", key="import:1", payload={"pages": 2}, again=True)
    run_due()

    assert read == [0, 1, 2, 3, 4, 0, 1]
    assert Progress.objects.get(due=row).done == 2


def test_it_can_be_paused_and_goes_on_where_it_stopped(row):
    at_page[1] = lambda: actions.pause(row)

    run_due()
    assert read == [0, 1, 2], "the page in hand is rolled back with its place"
    assert Progress.objects.get(due=row).state == {"page": 2}

    run_due()
    assert read == [0, 1, 2]

    actions.resume(row)
    run_due()
    assert read == [0, 1, 2, 2, 3, 4]


def test_a_worker_asked_to_end_puts_it_back_without_blame(row, monkeypatch):
    stop = []
    monkeypatch.setattr(outcomes, "_stop_asked", [lambda: bool(stop)])
    at_page[1] = lambda: stop.append(True)

    run_due()

    row.refresh_from_db()
    assert (row.leased_until, row.failures, row.done_at) == (None, 0, None)
    assert len(read) < 5


@pytest.mark.promise("P22")
def test_each_step_keeps_it_from_other_workers_for_another_minute(row):
    at_page[1] = lambda: Due.objects.filter(pk=row.pk).update(leased_until=timezone.now())
    at_page[2] = lambda: at_page.update(until=Due.objects.get(pk=row.pk).leased_until)

    run_due()

    assert at_page["until"] > timezone.now() + timedelta(seconds=50)


@pytest.mark.promise("P22")
@pytest.mark.django_db(transaction=True)
def test_one_long_step_is_kept_from_other_workers_too(row, monkeypatch):
    monkeypatch.setattr(running, "RENEW_EVERY", 0.05)
    assert row.lease(timedelta(seconds=5))

    def is_kept():
        return Due.objects.get(pk=row.pk).leased_until > timezone.now() + timedelta(seconds=50)

    with running.kept(row):
        until = time.monotonic() + 3
        while not is_kept() and time.monotonic() < until:
            time.sleep(0.05)

    assert is_kept()


def test_it_ends_when_another_worker_took_it_over(row):
    at_page[1] = lambda: Due.objects.filter(pk=row.pk).update(attempts=9)

    run_due()

    assert read == [0, 1, 2]


@pytest.mark.django_db(transaction=True)
def test_it_is_interrupted_when_it_runs_past_its_limit(row):
    at_page[2] = lambda: time.sleep(5)
    row.lease(LEASES["slow"])

    running.run(row)

    row.refresh_from_db()
    assert "TookTooLong" in row.last_error
    assert read == [0, 1, 2]

"""Recurring work is a row like any other, with its next hour."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

import jobs
from jobs import actions, registry
from jobs.models import Due
from jobs.testing import run_due

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def own_registry(monkeypatch):
    """No recurring work but the test's own."""
    monkeypatch.setattr(registry, "_works", {})


@pytest.mark.django_db
def test_it_is_done_at_once_and_again_after_its_pause(own_registry):
    times = []
    jobs.every(minutes=5, name="test.tick")(lambda: times.append(1))

    actions.plan()
    run_due()
    run_due()

    row = Due.objects.get(name="test.tick")
    assert times == [1]
    assert timedelta(minutes=4) < row.due_at - timezone.now() <= timedelta(minutes=5)


@pytest.mark.django_db
def test_a_failure_neither_stops_it_nor_gives_it_up(own_registry):
    def fail():
        raise ValueError

    jobs.every(minutes=5, name="test.tick")(fail)
    actions.plan()
    for _ in range(15):
        Due.objects.update(due_at=timezone.now())
        run_due()

    assert Due.objects.open().get(name="test.tick").failures == 15


@pytest.mark.parametrize(
    ("now", "then"),
    (
        (datetime(2026, 3, 18, 2, 0, tzinfo=SHANGHAI), datetime(2026, 3, 18, 3, 40, tzinfo=SHANGHAI)),
        (datetime(2026, 3, 18, 3, 40, tzinfo=SHANGHAI), datetime(2026, 3, 19, 3, 40, tzinfo=SHANGHAI)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=SHANGHAI), datetime(2027, 1, 1, 3, 40, tzinfo=SHANGHAI)),
    ),
)
def test_once_a_day_means_the_clock_here(own_registry, now, then):
    jobs.daily("03:40", name="test.nightly")(lambda: None)

    assert registry.find("test.nightly").comes_again(now) == then


@pytest.mark.django_db
def test_two_workers_plan_one_row_and_what_is_gone_from_the_code_goes(own_registry):
    jobs.every(minutes=5, name="test.tick")(lambda: None)
    actions.plan()
    actions.plan()
    assert [row.name for row in Due.objects.filter(key=actions.SCHEDULE)] == ["test.tick"]

    registry._works.clear()
    actions.plan()
    assert not Due.objects.filter(key=actions.SCHEDULE).exists()


@pytest.mark.django_db
def test_a_shorter_pause_takes_effect_at_the_next_start(own_registry):
    jobs.every(hours=24, name="test.tick")(lambda: None)
    actions.plan()
    run_due()
    registry._works.clear()
    jobs.every(minutes=1, name="test.tick")(lambda: None)

    actions.plan()

    assert Due.objects.get(name="test.tick").due_at < timezone.now() + timedelta(minutes=2)


@pytest.mark.django_db
def test_what_was_done_long_ago_is_forgotten(own_registry):
    long_ago = timezone.now() - timedelta(days=31)
    Due.objects.create(name="test.old", key="done", done_at=long_ago)
    Due.objects.create(name="test.old", key="failed", failed_at=long_ago)

    actions.tidy()

    assert [row.key for row in Due.objects.filter(name="test.old")] == ["failed"]

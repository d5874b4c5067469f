"""What Celery is told, and what it tells the work in hand."""

from datetime import timedelta

import pytest
from celery.worker import state

from config import celery
from jobs import outcomes


@pytest.mark.parametrize(("asked", "stops"), ((None, False), (False, False), (0, True), (1, True)))
def test_slow_work_learns_that_its_worker_should_end(monkeypatch, asked, stops):
    monkeypatch.setattr(state, "should_stop", asked)

    assert outcomes.stopping() is stops


def test_beat_does_not_fall_silent_when_the_clock_is_set_back(monkeypatch):
    before = celery.steady_now()
    monkeypatch.setattr("time.time", lambda: 0)

    assert timedelta(0) <= celery.steady_now() - before < timedelta(seconds=5)


def test_nothing_but_the_sweep_hangs_on_beat():
    assert [entry["task"] for entry in celery.app.conf.beat_schedule.values()] == ["jobs.sweep"]

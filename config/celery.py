"""Celery: files as broker and beat inside the worker, or Redis when REDIS_URL is set.

Messages only wake; what is due stands in the database (jobs/). So nothing here has to survive a crash.
"""

import gc
import os
import resource
import time
from datetime import UTC, datetime, timedelta

from celery import Celery, bootsteps
from celery.beat import EmbeddedService
from celery.schedules import schedule
from celery.signals import celeryd_after_setup, worker_init, worker_process_init
from celery.worker import state

from config import env
from config.supervisor import die_with_parent
from jobs.outcomes import stop_when

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

SWEEP_EVERY = 2  # seconds
_started = datetime.now(UTC), time.monotonic()


def steady_now():
    """A clock that nobody can set back: stock beat falls silent for an hour when the machine's clock does."""
    began, ticks = _started
    return began + timedelta(seconds=time.monotonic() - ticks)


FILES = {
    "broker_url": "files://localhost",
    "broker_transport": "jobs.broker:Transport",
    "broker_transport_options": {"folder": str(env.VAR / "broker"), "polling_interval": 0.3},
    "worker_pool": "solo",
}
REDIS = {
    "broker_url": env.REDIS_URL,
    "broker_transport_options": {
        "socket_connect_timeout": 1,
        "socket_timeout": 5,
        "visibility_timeout": 60,
        "unacked_restore_interval": 5,
    },
    "worker_pool": "prefork",
    "worker_concurrency": 2,
}

app = Celery("hongzhihui", include=["jobs.messages"])
app.conf.update(
    **(REDIS if env.REDIS_URL else FILES),
    broker_connection_retry_on_startup=True,
    enable_utc=True,
    timezone="Asia/Shanghai",
    task_default_queue="quick",
    task_ignore_result=True,
    task_serializer="json",
    accept_content=["json"],
    worker_prefetch_multiplier=1,
    worker_enable_remote_control=False,
    worker_send_task_events=False,
    worker_hijack_root_logger=False,
    beat_scheduler="celery.beat:Scheduler",  # one entry, in memory; the hours of recurring work are due rows
    beat_max_loop_interval=SWEEP_EVERY,
    beat_schedule={
        "sweep": {
            "task": "jobs.sweep",
            "schedule": schedule(SWEEP_EVERY, nowfun=steady_now),
            "options": {"queue": "quick", "expires": SWEEP_EVERY * 5},
        }
    },
)


class BeatInside(bootsteps.StartStopStep):
    """Beat as a thread: Celery's own -B forks a process that outlives a killed worker and then beats twice."""

    def __init__(self, worker, beat_inside=False, **options):
        self.enabled = beat_inside
        super().__init__(worker, **options)

    def include_if(self, worker):
        return self.enabled

    def create(self, worker):
        return EmbeddedService(worker.app, scheduler_cls=worker.app.conf.beat_scheduler, thread=True)

    def stop(self, worker):
        self.obj.service.stop()  # without waiting for its sleep to end


app.steps["worker"].add(BeatInside)


def is_asked_to_end():
    """Celery keeps the exit status here: 0 means yes."""
    return any(asked is not None and asked is not False for asked in (state.should_stop, state.should_terminate))


stop_when(is_asked_to_end)


@worker_init.connect
def limit_memory(sender, **_):
    """Whatever a broken document wants, the slow lane cannot take the machine down."""
    from django.conf import settings

    if "slow" in sender.app.amqp.queues.consume_from:
        limit = settings.SLOW_LANE_MEMORY_MB * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


@celeryd_after_setup.connect
def keep_what_is_loaded(**_):
    """No collection walks through it again, so that processes forked from here go on sharing it."""
    gc.collect()
    gc.freeze()


@worker_process_init.connect
def end_with_the_worker(**_):
    die_with_parent()

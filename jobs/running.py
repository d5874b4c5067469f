"""Doing what is due: lease a row, do the work, write down how it went."""

import logging
import signal
import threading
import time
import traceback
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from jobs import registry
from jobs.models import LEASES, Due, Progress
from jobs.outcomes import GiveUp, Later, Lost, Paused, Stopped, TookTooLong, in_hand, stopping

LEASE_OUTSIDE = timedelta(seconds=90)  # a mail server may think for a minute
RENEW_EVERY = 15  # seconds
FIRST_PAUSE, LONGEST_PAUSE = 2, 3600  # seconds between tries
AT_A_TIME = 20

logger = logging.getLogger(__name__)


def drain(lane, seconds=1.0, after_each=lambda: None):
    """Do what is ready for about so long; true when more is waiting."""
    end = time.monotonic() + seconds
    while rows := list(Due.objects.ready(lane)[:AT_A_TIME]):
        for row in rows:
            if stopping():
                return False
            if row.lease(_lease_for(row)):
                run(row)
                after_each()
            if time.monotonic() > end:
                return True
    return False


def _lease_for(row):
    try:
        outside = registry.find(row.name).outside
    except LookupError:
        outside = False
    return LEASE_OUTSIDE if outside else LEASES[row.lane]


def run(row, *, alone=False):
    """Do one leased row. `alone` is for tests: no second thread, no alarm."""
    token = in_hand.set(f"{row.name}:{row.key}")
    try:
        work = registry.find(row.name)
        if row.failures >= work.tries:
            raise GiveUp("The worker ended in the middle of it every time.")
        if work.lane == "slow":
            _run_slow(work, row, alone)
        elif work.outside:
            work.function(**row.payload)
            finish(row, work)
        else:
            _run_quick(work, row)
    except (Lost, Paused, Stopped, Later) as reason:
        put_back(row, reason)
    except Exception as error:
        stumble(row, error)
    finally:
        in_hand.reset(token)


def _run_quick(work, row):
    began = time.monotonic()
    with transaction.atomic():
        work.function(**row.payload)
        finish(row, work)
    if (took := time.monotonic() - began) > 1:
        logger.warning("%s took %.1f s in the quick lane; it belongs into the slow one.", row, took)


def _run_slow(work, row, alone):
    progress = _progress_of(row)
    if alone:
        work.function(progress, **row.payload)
    else:
        with kept(row), at_most(work.limit):
            work.function(progress, **row.payload)
    with transaction.atomic():
        finish(row, work)
        last_words = {"done": progress.done, "note": progress.note, "finished_at": timezone.now()}
        Progress.objects.filter(pk=progress.pk).update(**last_words)


def _progress_of(row):
    """Where the last try stopped, or a new beginning when the last round was finished."""
    progress, _ = Progress.objects.get_or_create(due=row)
    if progress.finished_at:
        progress = Progress(pk=progress.pk)
        progress.due = row
        progress.save()
    progress.due = row
    return progress


@contextmanager
def kept(row):
    """Renew the lease from a second thread: one long conversion makes no steps."""
    over = threading.Event()

    def renew():
        while not over.wait(RENEW_EVERY):
            row.held().update(leased_until=timezone.now() + LEASES["slow"])
        connection.close()

    thread = threading.Thread(target=renew, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def at_most(limit):
    """Interrupt work that runs past its limit, in the middle of whatever it does."""

    def interrupt(*_):
        raise TookTooLong(f"Longer than {limit}.")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, limit.total_seconds())
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def finish(row, work):
    """Done, in the transaction of the effect; raises Lost when the row is another's, so the effect goes too."""
    now = timezone.now()
    well = {"leased_until": None, "failures": 0, "last_error": ""}
    well |= {"due_at": work.comes_again(now)} if work.comes_again else {"done_at": now}
    if row.held().filter(asked=row.asked).update(**well):
        return
    asked_again = row.held().update(leased_until=None)
    if not asked_again:
        raise Lost


def put_back(row, reason):
    """Not done and nobody's fault."""
    if isinstance(reason, Lost):
        logger.warning("%s was taken over by another worker.", row)
        return
    wait = reason.delay if isinstance(reason, Later) else timedelta()
    due_at = timezone.now() + wait
    row.held().filter(asked=row.asked).update(leased_until=None, due_at=due_at) or row.held().update(leased_until=None)


def stumble(row, error):
    """Try again after a pause that doubles, or give up where somebody sees it."""
    logger.error("%s failed: %s", row, error, exc_info=error)
    now, failures = timezone.now(), row.failures + 1
    change = {
        "failures": failures,
        "leased_until": None,
        "due_at": now + timedelta(seconds=min(FIRST_PAUSE * 2 ** min(row.failures, 20), LONGEST_PAUSE)),
        "last_error": "".join(traceback.format_exception(error))[-4000:],
    }
    if _is_hopeless(row, error, failures):
        change["failed_at"] = now
    row.held().filter(asked=row.asked).update(**change) or row.held().update(leased_until=None)


def _is_hopeless(row, error, failures):
    try:
        work = registry.find(row.name)
    except LookupError:  # an older release may still be running beside a newer one: wait for it
        return failures >= registry.TRIES
    return not work.comes_again and (isinstance(error, GiveUp) or failures >= work.tries)

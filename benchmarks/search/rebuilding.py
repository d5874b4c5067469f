"""The whole index made anew, while somebody else writes: how long, and how long the other one waited at worst."""

import resource
import subprocess
import sys
import threading
import time

from benchmarks.search import asking, telling

EVERY = 0.05  # seconds between two writes


def main(*, as_json=False):
    from search.models import SearchEntry

    waits, stop = [], threading.Event()
    writer = threading.Thread(target=_write, args=(waits, stop))
    writer.start()
    before, began = _cpu_of_others(), time.perf_counter()
    # In a process of its own, as operators run it.
    done = subprocess.run([sys.executable, "manage.py", "search_rebuild"], stdout=sys.stderr)
    seconds = time.perf_counter() - began
    stop.set()
    writer.join()
    rows = [
        ["经过的秒", seconds],
        ["CPU 秒", _cpu_of_others() - before],
        ["条目", SearchEntry.objects.count()],
        ["别人写了几次", len(waits)],
        ["别人等了：p95，毫秒", telling.spread(waits)[1]],
        ["　最久，毫秒", max(waits, default=None)],
        ["退出码", done.returncode],
    ]
    telling.table(f"重建（{asking.engine_name()}）", ["", "数"], rows, as_json=as_json)


def _cpu_of_others():
    """Seconds of the processes begun here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write(waits, stop):
    """Small transactions of somebody at work."""
    from django.db import connection, transaction

    from org.models import User

    person = User.objects.order_by("pk").first()
    while not stop.is_set():
        start = time.perf_counter()
        with transaction.atomic():
            User.objects.filter(pk=person.pk).update(name=person.name)
        waits.append((time.perf_counter() - start) * 1_000)
        time.sleep(EVERY)
    connection.close()

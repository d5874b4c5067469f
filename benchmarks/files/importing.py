"""Hundreds of Word files into a space: seconds to read and to plant them, memory, and what readers notice meanwhile.

.venv/bin/python -m benchmarks.files.importing [files]     500 unless said otherwise, into a database of its own
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES = 500
READ, PAUSE = 300, 0.02  # pages while nothing else happens; seconds between two of them
GOAL = "goal: 180 s for 500 files together"
WORKER = (sys.executable, "-m", "benchmarks.files.importing", "--worker")


def main(files=FILES):
    with tempfile.TemporaryDirectory() as name:
        os.environ["HZH_VAR"] = name
        _settle()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        size = _lay(Path(name) / "files", files)
        ask = _reader()
        quiet = [ask() for _ in range(READ)]
        worker = subprocess.Popen([*WORKER, str(files)])
        meanwhile, worker_peak, others_peak = [], 0, 0
        while worker.poll() is None:
            meanwhile.append(ask())
            if len(meanwhile) % 10 == 0:
                worker_peak = max(worker_peak, _pss(worker.pid))
                others_peak = max(others_peak, sum(map(_pss, _below(worker.pid))))
        quiet += [ask() for _ in range(READ)]
    print(
        f"{files} files, {size // 1024:,} KB; peak of the worker {worker_peak} MB, of what opens files {others_peak} MB"
    )
    print(f"a page for a reader: {_told(quiet)} while nothing else happens, {_told(meanwhile)} meanwhile", end="   ")
    print(f"{_p95(meanwhile) / _p95(quiet):.2f} times   goal: 1.3 (load {os.getloadavg()[0]:.1f})")


def _settle():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()


def work(files):
    """What the one worker does."""
    _settle()
    from content.models import Space
    from content.transfer import importing
    from jobs.models import Due
    from org.models import User

    space, person = Space.objects.get(slug="qingyu"), User.objects.get(number="QY10231")
    top = Path(os.environ["HZH_VAR"]) / "files"
    run = importing.begin(str(top), space=space, by=person, is_live=True, in_background=False)
    read = _timed(lambda: importing.read(run))
    planted = _timed(lambda: importing.carry_on(run))
    print("，".join(f"{words} {number}" for words, number in importing.counts(run)))
    print(f"read {read:.1f} s, plant {planted:.1f} s, together {read + planted:.1f} s   {GOAL}")
    ours, theirs = (_cpu(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        f"CPU of the worker {ours:.1f} s, of what opens files {theirs:.1f} s; {Due.objects.open().count()} works follow"
    )


def _reader():
    """A function that reads one page after the other as somebody signed in, and answers milliseconds."""
    from benchmarks import world
    from benchmarks.visitor import cookie_of, visitor
    from content.transfer.planting import Seed, plant
    from tests.cast import make_cast, make_space
    from wiki.models import Article

    cast = make_cast()
    space = make_space(cast.qingyu, slug="qingyu")
    seeds = [Seed(Article, f"一页 {number}", world.text(number), cast.zhou_yaning) for number in range(40)]
    addresses = [f"/wiki/{page.uid}/-" for page in plant(space, seeds, by=cast.zhou_yaning)]
    visit, count = visitor(cookie_of(cast.zhou_yaning)), 0

    def ask():
        nonlocal count
        count += 1
        time.sleep(PAUSE)
        began = time.perf_counter()
        status, _fields, _body = visit(addresses[count % len(addresses)])
        assert status.startswith("200"), status
        return (time.perf_counter() - began) * 1000

    [ask() for _ in addresses]
    return ask


def _lay(top, files):
    """The regulations of the tests' corpus again and again, each with its own number on top. Answers the bytes."""
    from tests.content.transfer.word import papers

    given = [(path, made.bytes()) for path, made in papers().items()]
    size = 0
    for number in range(files):
        path, content = given[number % len(given)]
        place = top / f"{number // len(given):02d}" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(_other(content, number))
        size += place.stat().st_size
    return size


def _other(content, number):
    """Not the same bytes twice: the comment of a zip."""
    comment = str(number).encode()
    return content[:-2] + len(comment).to_bytes(2, "little") + comment


def _timed(act):
    began = time.monotonic()
    act()
    return time.monotonic() - began


def _cpu(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _pss(pid):
    """MB; nothing of a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("Pss:")), 0)


def _below(pid):
    """Processes that it started, and those that these started."""
    try:
        direct = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [one for child in map(int, direct) for one in (child, *_below(child))]


def _p95(milliseconds):
    return statistics.quantiles(milliseconds, n=20)[-1]


def _told(milliseconds):
    return f"median {statistics.median(milliseconds):.1f} and p95 {_p95(milliseconds):.1f} ms"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(*map(int, sys.argv[2:]))
    else:
        main(*map(int, sys.argv[1:]))

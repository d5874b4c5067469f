"""Hundreds of Word files into a space: seconds to read and to plant them, and peaks of memory.

.venv/bin/python -m benchmarks.files.importing [files]     500 unless said otherwise, into a database of its own
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

FILES = 500
GOAL = "goal: 180 s for 500 files together"


def main(files=FILES):
    with tempfile.TemporaryDirectory() as name:
        os.environ["HZH_VAR"] = name
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        _measure(Path(name), files)


def _measure(var, files):
    from content.transfer import importing
    from jobs.models import Due
    from tests.cast import make_cast, make_space

    cast = make_cast()
    space = make_space(cast.qingyu, slug="qingyu")
    top = var / "files"
    size = _lay(top, files)
    run = importing.begin(str(top), space=space, by=cast.zhou_yaning, is_live=True, in_background=False)
    read = _timed(lambda: importing.read(run))
    planted = _timed(lambda: importing.carry_on(run))
    outcomes = "，".join(f"{words} {number}" for words, number in importing.counts(run))
    print(f"{files} files, {size // 1024:,} KB: {outcomes}")
    print(f"read {read:.1f} s, plant {planted:.1f} s, together {read + planted:.1f} s   {GOAL}")
    ours, theirs = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak of the worker {ours} MB, of what opens files {theirs} MB; {Due.objects.open().count()} works follow")


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


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

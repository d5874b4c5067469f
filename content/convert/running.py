"""Having files converted by confined processes, and what to make of it however that ends.

for job, made in run_many(jobs): made is a Converted, or the Refused that says why there is none
"""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from content.convert.refusing import CODES, Refused
from content.convert.word.results import Converted
from files.confined.hosting import ENVIRONMENT, LAST_WORDS

WALL_SECONDS = 90  # of one file
MOST_JOBS = 200  # of one process; then a fresh one goes on
MOST_BYTES_MADE = 40 * 1024 * 1024  # without pictures; a page takes a fiftieth
LOOK_EVERY = 1.0  # seconds
ANSWERS, RESULT, SAID = "answers.json", "converted.json", "said"
TOO_LONG, FELL_OVER = "too long", "the process ended"
COMMAND = (sys.executable, "-m", "content.convert.child")


@dataclass(frozen=True)
class Job:
    """`kind` is what content.convert.guard said; the folder is there and is this file's alone.

    What is made lies there: pictures by their names, `converted.json`.
    """

    path: Path
    kind: str
    folder: Path
    answers: dict = field(default_factory=dict)


def run(path, kind, answers=None, *, folder: Path, each_second=lambda: None) -> Converted:
    """One file. Raises Refused; whatever is in it, this ends within 90 s and 500 MB."""
    with Session(each_second=each_second) as session:
        return session.convert(Job(Path(path), kind, folder, answers or {}))


def run_many(jobs: Iterable[Job], *, each_second=lambda: None) -> Iterator[tuple[Job, Converted | Refused]]:
    """In their order, one after the other; what one of them does to its process the next does not notice."""
    with Session(each_second=each_second) as session:
        for job in jobs:
            try:
                made = session.convert(job)
            except Refused as refused:
                made = refused
            yield job, made


class Session:
    """Keeps what reads files loaded between one file and the next: each is read by a copy of a clean process."""

    def __init__(self, *, each_second: Callable[[], None] = lambda: None):
        self._each_second, self._process, self._jobs = each_second, None, 0

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()

    def convert(self, job: Job) -> Converted:
        """Raises Refused. A process that was in any trouble is not asked again."""
        if job.answers:
            (job.folder / ANSWERS).write_text(json.dumps(job.answers), "utf-8")
        if self._jobs >= MOST_JOBS:
            self.close()
        code = self._have_done(job)
        if code == 0:
            return _made(job)
        words = f"{code}: {_end_of(_said(job)) or _end_of(self.close())}"
        self.close()
        is_too_much = code in (TOO_LONG, -signal.SIGXCPU, -signal.SIGKILL) or "MemoryError" in words
        raise Refused("too_much" if is_too_much else "broken", words)

    def close(self) -> bytes:
        """Answers what the process complained of."""
        words, process = b"", self._process
        self._process, self._jobs = None, 0
        if process is not None:
            process.kill()
            _out, words = process.communicate()
        return words

    def _have_done(self, job):
        """How its copy ended, as a process tells it."""
        if self._process is None:
            self._start()
        self._jobs += 1
        for name in (SAID, RESULT):
            (job.folder / name).unlink(missing_ok=True)
        told = {"kind": job.kind, "source": str(job.path.resolve()), "folder": str(job.folder.resolve())}
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(told).encode() + b"\n")
        return self._answer()

    def _start(self):
        self._process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=settings.ROOT,
            env=ENVIRONMENT,
            bufsize=0,
        )

    def _answer(self):
        deadline = time.monotonic() + WALL_SECONDS
        with selectors.DefaultSelector() as ready:
            ready.register(self._process.stdout, selectors.EVENT_READ)
            while (left := deadline - time.monotonic()) > 0:
                if ready.select(min(LOOK_EVERY, left)):
                    answer = os.read(self._process.stdout.fileno(), 64)
                    return int(answer) if answer else FELL_OVER
                self._each_second()
        return TOO_LONG


def _made(job):
    verdict, words = _verdict(job)
    word, _blank, code = verdict.partition(" ")
    if word == "refused" and code in CODES:
        raise Refused(code, words)
    if _size(job.folder / RESULT) > MOST_BYTES_MADE:
        raise Refused("too_large", words)
    try:
        made = Converted.from_json(json.loads((job.folder / RESULT).read_text("utf-8")))
        strangers = [one.name for one in made.pictures if not _is_here(job.folder, one.name)]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused("broken", f"{error!r} {words}") from error
    if verdict != "done" or strangers:
        raise Refused("broken", f"{strangers or ''} {words}")
    return made


def _size(path):
    return path.stat().st_size if path.is_file() else 0


def _is_here(folder, name):
    """Who reads files may be made to say anything: a picture is a file of its own folder."""
    return Path(name).name == name and (folder / name).is_file() and not (folder / name).is_symlink()


def _verdict(job):
    """(its last line, the end of everything it said)"""
    words = _end_of(_said(job))
    return words.rpartition("\n")[2], words


def _said(job):
    try:
        with (job.folder / SAID).open("rb") as said:
            said.seek(max(0, said.seek(0, os.SEEK_END) - LAST_WORDS))
            return said.read()
    except FileNotFoundError:
        return b""


def _end_of(words):
    return words.decode("utf-8", "replace").strip()[-LAST_WORDS:]

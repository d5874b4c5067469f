"""Having files converted by confined processes, and what to make of it however that ends.

for job, made in run_many(jobs): made is a Converted, or the Refused that says why there is none
"""

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from content.convert.refusing import CODES, Refused
from content.convert.word.results import Converted
from files.confined.hosting import ENVIRONMENT, LAST_WORDS

WALL_SECONDS = 90  # of one file
MOST_JOBS = 200  # of one process; then a fresh one goes on
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
        self._each_second, self._process, self._jobs, self._open = each_second, None, 0, ExitStack()

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
        words = f"{code}: {self._words_of(job)}"
        self.close()
        is_too_much = code in (TOO_LONG, -signal.SIGXCPU, -signal.SIGKILL) or "MemoryError" in words
        raise Refused("too_much" if is_too_much else "broken", words)

    def close(self):
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._open.close()
        self._process, self._jobs = None, 0

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
        self._complaints = self._open.enter_context(tempfile.TemporaryFile())
        self._process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            cwd=settings.ROOT,
            env=ENVIRONMENT,
            bufsize=0,
        )
        self._open.enter_context(self._process.stdin)
        self._open.enter_context(self._process.stdout)

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

    def _words_of(self, job):
        """For operators: what the copy complained of, or else the process itself."""
        self._complaints.seek(0)
        said = job.folder / SAID
        return _end_of(said.read_bytes() if said.exists() else b"") or _end_of(self._complaints.read())


def _made(job):
    verdict, words = _verdict(job)
    word, _blank, code = verdict.partition(" ")
    if word == "refused" and code in CODES:
        raise Refused(code, words)
    try:
        made = Converted.from_json(json.loads((job.folder / RESULT).read_text("utf-8")))
        strangers = [one.name for one in made.pictures if not _is_here(job.folder, one.name)]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused("broken", f"{error!r} {words}") from error
    if verdict != "done" or strangers:
        raise Refused("broken", f"{strangers or ''} {words}")
    return made


def _is_here(folder, name):
    """Who reads files may be made to say anything: a picture is a file of its own folder."""
    return Path(name).name == name and (folder / name).is_file() and not (folder / name).is_symlink()


def _verdict(job):
    """(its last line, the end of everything it said)"""
    words = _end_of((job.folder / SAID).read_bytes())
    return words.rpartition("\n")[2], words


def _end_of(words):
    return words.decode("utf-8", "replace").strip()[-LAST_WORDS:]

"""Having a confined process do one thing, however that ends."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings

LOOK_EVERY = 0.05  # seconds; the first looks come sooner
SOON = 0.005
MOST_SAID = 64 * 1024  # bytes
LAST_WORDS = 2000  # bytes of what it complained of, for operators
# Neither our secrets nor the address of our database.
ENVIRONMENT = {"PATH": "", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}


@dataclass(frozen=True)
class Ending:
    """`verdict` is its last line when it ended by itself and well; `words` are for operators."""

    verdict: str
    took_too_much: bool
    words: str


@dataclass(frozen=True)
class Attended:
    """How a process ended; `stopped` says why we ended it: "", "time" or "length"."""

    code: int
    said: bytes
    complaints: str
    stopped: str


def host(module, *arguments, wall, environment=ENVIRONMENT, each_second=lambda: None) -> Ending:
    """Run `python -m module arguments` for `wall` seconds at most. It says what it has to say on its last line."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    seen = attend(command, wall=wall, environment=environment, each_second=each_second)
    said = seen.said.decode("utf-8", "replace").strip()
    verdict = said.rpartition("\n")[2] if seen.code == 0 and not seen.stopped else ""
    words = f"{said[-LAST_WORDS:]}\n{seen.complaints}".strip()
    killed = seen.code in (-signal.SIGXCPU, -signal.SIGKILL)
    return Ending(verdict, bool(seen.stopped) or killed or "MemoryError" in words, f"{seen.code}: {words}")


def attend(
    command, *, wall, stdin=subprocess.DEVNULL, most=MOST_SAID, environment=ENVIRONMENT, each_second=lambda: None
) -> Attended:
    """Run it for `wall` seconds and until it said `most` bytes; then it ends, with all whom it started."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(
            command,
            stdin=stdin,
            stdout=said,
            stderr=complaints,
            cwd=settings.ROOT,
            env=environment,
            start_new_session=True,
        )
        try:
            stopped = _wait(child, said, wall, most, each_second)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            code = child.wait()
        said.seek(0)
        complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - LAST_WORDS))
        return Attended(code, said.read(most), complaints.read().decode("utf-8", "replace"), stopped)


def _wait(child, said, wall, most, each_second):
    began = told = time.monotonic()
    while (now := time.monotonic()) - began < wall:
        if os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):  # its number stays ours
            return ""
        if os.fstat(said.fileno()).st_size > most:
            return "length"
        if now - told > 1:
            told = now
            each_second()
        time.sleep(SOON if now - began < 1 else LOOK_EVERY)
    return "time"

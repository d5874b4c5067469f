"""Having a confined process do one thing in a folder, however that ends."""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from django.conf import settings

LOOK_EVERY = 0.05  # seconds; the first looks come sooner
SOON = 0.005
LAST_WORDS = 2000  # characters of what it complained of, for operators
# Neither our secrets nor the address of our database.
ENVIRONMENT = {"PATH": "", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}


@dataclass(frozen=True)
class Ending:
    """`verdict` is its last line when it ended by itself and well; `words` are for operators."""

    verdict: str
    took_too_much: bool
    words: str


def host(module, *arguments, folder, wall, environment=ENVIRONMENT, each_second=lambda: None) -> Ending:
    """Run `python -m module arguments` for `wall` seconds at most. It says what it has to say on its last line."""
    with (folder / "said").open("w+b") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd=settings.ROOT,
            env=environment,
        )
        try:
            is_over = _wait(child, wall, each_second)
        finally:
            child.kill()
            code = child.wait()
        said.seek(0)
        words = said.read().decode("utf-8", "replace").strip()
    verdict = words.rpartition("\n")[2] if is_over and code == 0 else ""
    too_much = not is_over or code in (-signal.SIGXCPU, -signal.SIGKILL) or "MemoryError" in words
    return Ending(verdict, too_much, f"{code}: {words[-LAST_WORDS:]}")


def _wait(child, wall, each_second):
    began = told = time.monotonic()
    while (now := time.monotonic()) - began < wall:
        if child.poll() is not None:
            return True
        if now - told > 1:
            told = now
            each_second()
        time.sleep(SOON if now - began < 1 else LOOK_EVERY)
    return False

"""Having a copy drawn by a confined process, and what to make of it however that ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

from content.convert.out.errors import NotDrawn

WALL_SECONDS = 240
LOOK_EVERY = 0.05  # seconds
LAST_WORDS = 2000  # characters of what it complained of, for operators
# Neither our secrets nor the address of our database. Fontconfig keeps its cache below HOME.
ENVIRONMENT = {"PATH": "", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}


def draw(form, folder: Path, *, each_second=lambda: None) -> Path:
    """The file in the folder. Raises NotDrawn with a word for it; takes minutes at most and little memory."""
    home = Path(settings.VAR) / "fonts"
    home.mkdir(parents=True, exist_ok=True)
    with (folder / "said").open("w+b") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", "content.convert.out.child", form, str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd=settings.ROOT,
            env={**ENVIRONMENT, "HOME": str(home), "XDG_CACHE_HOME": str(home)},
        )
        try:
            is_over = _wait(child, each_second)
        finally:
            child.kill()
            code = child.wait()
        said.seek(0)
        words = said.read().decode("utf-8", "replace").strip()
    verdict = words.rpartition("\n")[2] if is_over and code == 0 else ""
    if verdict == "done":
        return folder / f"out.{form}"
    if verdict in ("too_large", "missing"):
        raise NotDrawn(verdict, words[-LAST_WORDS:])
    too_much = not is_over or code in (-signal.SIGXCPU, -signal.SIGKILL) or "MemoryError" in words
    raise NotDrawn("too_large" if too_much else "broken", f"{code}: {words[-LAST_WORDS:]}")


def _wait(child, each_second):
    deadline = time.monotonic() + WALL_SECONDS
    told = time.monotonic()
    while time.monotonic() < deadline:
        if child.poll() is not None:
            return True
        if time.monotonic() - told > 1:
            told = time.monotonic()
            each_second()
        time.sleep(LOOK_EVERY)
    return False

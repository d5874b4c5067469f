"""Reading a file in a child process, and what to make of it however that ends."""

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from files.readers.paper import Ending

ROOT = Path(__file__).parents[2]
WALL_SECONDS = 120
MOST_OUTPUT = 16 * 1024 * 1024  # bytes; a million characters take four
PIECE = 64 * 1024
LOOK_EVERY = 1.0  # seconds
TIME_TO_LEAVE = 5  # seconds
LAST_WORDS = 2000  # bytes of stderr kept for operators
COMMAND = (sys.executable, "-m", "files.readers.child")
# Neither our secrets nor the address of our database.
ENVIRONMENT = {"PATH": "", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}


class Killed(Exception):
    """Somebody or something ended the child: short of memory, the machine does. The file may not be to blame."""


@dataclass
class Reading:
    """Parts as (anchor, name, text), and how it ended."""

    ending: Ending
    parts: list[tuple[str, str, str]] = field(default_factory=list)


def read(file, extension, *, each_second=lambda: None) -> Reading:
    """Read an open file. Whatever is in it, this ends within two minutes and takes little memory. Raises Killed."""
    with tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(
            [*COMMAND, extension],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=complaints,
            cwd=ROOT,
            env=ENVIRONMENT,
        )
        try:
            output, stopped = _listen(child.stdout, each_second)
            if not stopped:
                with suppress(subprocess.TimeoutExpired):
                    child.wait(TIME_TO_LEAVE)
        finally:
            child.kill()
            child.stdout.close()
            code = child.wait()
        parts, ending = _understood(output)
        if ending is None:
            ending = _broken_off(parts, stopped, code, _last_words(complaints))
        return Reading(ending, [] if ending.state == "no_text" else parts)


def _listen(pipe, each_second):
    """(what it said, why we stopped listening before it ended)"""
    said, size, deadline = [], 0, time.monotonic() + WALL_SECONDS
    with selectors.DefaultSelector() as ready:
        ready.register(pipe, selectors.EVENT_READ)
        while time.monotonic() < deadline:
            if not ready.select(LOOK_EVERY):
                each_second()
                continue
            piece = os.read(pipe.fileno(), PIECE)
            if not piece:
                return b"".join(said), ""
            said.append(piece)
            size += len(piece)
            if size > MOST_OUTPUT:
                return b"".join(said), f"More than {MOST_OUTPUT} bytes of text."
    return b"".join(said), f"Longer than {WALL_SECONDS} s."


def _understood(output):
    """Line by line; a last one that was cut off is left out."""
    parts = []
    for line in output.split(b"\n"):
        try:
            said = json.loads(line)
        except ValueError:
            break
        if "end" in said:
            return parts, Ending(**said["end"])
        anchor, name, text = map(str, said["part"])
        parts.append((anchor, name, text))
    return parts, None


def _broken_off(parts, stopped, code, last_words):
    """Stopped by us for its length, killed, or fallen over what it read."""
    if code == -signal.SIGKILL and not stopped:
        raise Killed(f"The reader was killed. {last_words}".strip())
    state = "partly" if parts else "too_large" if stopped else "unreadable"
    return Ending(state, 0, stopped or f"The reader ended with {code}. {last_words}".strip())


def _last_words(complaints):
    complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - LAST_WORDS))
    return complaints.read().decode("utf-8", "replace")

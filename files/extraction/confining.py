"""Reading a file in a child process, and what to make of it however that ends."""

import json
import signal
import sys
from dataclasses import dataclass, field

from files.confined import hosting
from files.readers.child import MOST_OUTPUT
from files.readers.paper import Ending

WALL_SECONDS = 120
COMMAND = (sys.executable, "-m", "files.readers.child")


class Killed(Exception):
    """Somebody or something ended the child: short of memory, the machine does. The file may not be to blame."""


@dataclass
class Reading:
    """Parts as (anchor, name, text), and how it ended."""

    ending: Ending
    parts: list[tuple[str, str, str]] = field(default_factory=list)


def read(file, extension, *, each_second=lambda: None) -> Reading:
    """Read an open file. Whatever is in it, this ends within two minutes and takes little memory. Raises Killed."""
    command = [*COMMAND, extension]
    seen = hosting.attend(command, stdin=file, wall=WALL_SECONDS, most=MOST_OUTPUT, each_second=each_second)
    parts, ending = _understood(seen.said)
    if ending is None:
        ending = _broken_off(parts, seen)
    return Reading(ending, [] if ending.state == "no_text" else parts)


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


def _broken_off(parts, seen):
    """Stopped by us for its length, killed, or fallen over what it read."""
    if seen.code == -signal.SIGKILL and not seen.stopped:
        raise Killed(f"The reader was killed. {seen.complaints}".strip())
    stopped = {"time": f"Longer than {WALL_SECONDS} s.", "length": f"More than {MOST_OUTPUT} bytes of text."}
    why = stopped.get(seen.stopped) or f"The reader ended with {seen.code}. {seen.complaints}".strip()
    return Ending("partly" if parts else "too_large" if seen.stopped else "unreadable", 0, why)

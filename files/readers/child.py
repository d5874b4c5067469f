"""The process that reads one file and is trusted with nothing else: `python -m files.readers.child pdf < file`.

It writes one JSON line a part, and a last one that says how it ended. Dying without a last line is an ending too.
"""

import importlib
import json
import os
import signal
import sys
from contextlib import suppress

from files.confined.confining import confine
from files.readers import READERS
from files.readers.paper import Cut, Encrypted, Ending, Paper, Unreadable

CPU_SECONDS = 60
MEMORY = 768 * 1024 * 1024  # bytes of address space
MOST_OUTPUT = 16 * 1024 * 1024  # bytes; a million characters take four
TIME_TO_LEAVE = 5  # seconds


def main():
    out = _take_stdout()
    _confine()
    with open(0, "rb", closefd=False) as file:
        ending = _read(file, sys.argv[1], out)
    _say(out, {"end": ending._asdict()})


def _read(file, extension, out):
    paper = Paper(lambda *part: _say(out, {"part": part}))
    try:
        ending = importlib.import_module(f"files.readers.{READERS[extension]}").read(file, paper)
        return ending if paper.parts else ending._replace(state="no_text")
    except Encrypted:
        return Ending("encrypted")
    except (Cut, MemoryError) as error:
        return _stopped(paper, "too_large", error)
    except Unreadable as error:
        return _stopped(paper, "unreadable", error)
    except Exception as error:  # whatever a broken file makes a parser say
        return _stopped(paper, "unreadable", error)


def _stopped(paper, state, error):
    """What was read until then stays worth finding."""
    with suppress(Cut):
        paper.end()
    why = f"{type(error).__name__}: {error}"[:500]
    return Ending("partly" if paper.parts else state, 0, why)


def _take_stdout():
    """Keep it for ourselves; what a library prints goes to stderr."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace")
    os.dup2(2, 1)
    return out


def _say(out, words):
    out.write(json.dumps(words, ensure_ascii=False) + "\n")
    out.flush()


def _confine():
    def cut(*_):
        raise Cut(f"More than {CPU_SECONDS} s of work.")

    signal.signal(signal.SIGXCPU, cut)
    confine(cpu=CPU_SECONDS, memory=MEMORY, largest=MOST_OUTPUT, grace=TIME_TO_LEAVE)


if __name__ == "__main__":
    main()

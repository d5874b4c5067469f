"""The process that draws one copy and is trusted with nothing else: `python -m content.convert.out.child pdf FOLDER`.

It reads the folder it is named and fonts, writes one file there, and opens no connection. How it ended is its last
line: one word the parent understands.
"""

import ctypes
import importlib
import json
import os
import resource
import signal
import sys
from pathlib import Path

CPU_SECONDS = 150  # a law of 110,000 characters takes 25
MEMORY = 1536 * 1024 * 1024  # bytes of address space; fonts are mapped, not read: a fifth of it is used
LARGEST = 256 * 1024 * 1024  # bytes of a file it writes
PR_SET_PDEATHSIG = 1
WRITERS = {"pdf": "content.convert.out.pdf", "docx": "content.convert.out.word.document"}


def main():
    form, folder = sys.argv[1], Path(sys.argv[2])
    _confine()
    print(_draw(form, folder), flush=True)


def _draw(form, folder):
    sheet = json.loads((folder / "sheet.json").read_text("utf-8"))
    try:
        writer = importlib.import_module(WRITERS[form])
        writer.write(sheet, folder, folder / f"out.{form}")
    except MemoryError:
        return "too_large"
    except OSError as error:
        if "cannot load library" in str(error):  # cffi's words for a missing Pango
            return "missing"
        raise
    return "done"


def _confine():
    limits = {
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: LARGEST,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 256,
    }
    for kind, ours in limits.items():
        given = resource.getrlimit(kind)[1]
        most = ours if given == resource.RLIM_INFINITY else min(ours, given)
        resource.setrlimit(kind, (most, most))
    os.nice(10)
    sys.addaudithook(_refuse_company)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        Path("/proc/self/oom_score_adj").write_text("1000")  # should memory run out, this process goes first


def _refuse_company(event, _arguments):
    """No connection and no other program: a second lock behind the fetcher that knows one folder alone."""
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork")):
        raise PermissionError(f"Refused: {event}")


if __name__ == "__main__":
    main()

"""What a process gives up that opens files of strangers. No Django: it runs in the child."""

import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
MOST_FILES = 256
_ALONE = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MOVES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.truncate")


def confine(*, cpu, memory, largest, writes_below=None, grace=0):
    """Seconds, bytes of address space, bytes of a file; afterwards no connection and no other program.

    `writes_below` is the only folder where files may be made; `grace` seconds lie between SIGXCPU and the end.
    """
    limit(cpu=cpu, memory=memory, largest=largest, grace=grace)
    sys.addaudithook(_refuse_company)
    if writes_below is not None:
        sys.addaudithook(_keeper_of(os.path.realpath(writes_below)))


def limit(*, cpu, memory, largest, grace=0):
    """The part of it that the programs it starts inherit."""
    limits = {
        resource.RLIMIT_CPU: (cpu, cpu + grace),
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_FSIZE: (largest, largest),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (MOST_FILES, MOST_FILES),
    }
    for kind, ours in limits.items():
        resource.setrlimit(kind, tuple(map(_stricter, ours, resource.getrlimit(kind))))
    os.nice(10)
    if sys.platform == "linux":
        die_with_parent()
        Path("/proc/self/oom_score_adj").write_text("1000")  # should memory run out, this process goes first


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _stricter(ours, given):
    return ours if given == resource.RLIM_INFINITY else min(ours, given)


def _refuse_company(event, _arguments):
    """A second lock behind whatever reads the file."""
    if event.startswith(_ALONE):
        raise PermissionError(f"Refused: {event}")


def _keeper_of(folder):
    def refuse_other_places(event, arguments):
        if event in _MOVES:
            raise PermissionError(f"Refused: {event}")
        if event == "open" and arguments[2] & _WRITES and not _is_below(arguments[0], folder):
            raise PermissionError(f"Refused: {event} {arguments[0]}")

    return refuse_other_places


def _is_below(path, folder):
    return isinstance(path, int) or os.path.realpath(os.fsdecode(path)).startswith(folder + os.sep)

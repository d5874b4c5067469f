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
_PROGRAM = (".py", ".pyc", ".so")
_MOVES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.truncate")


def confine(*, cpu, memory, largest, writes_below=None, reads=None, grace=0):
    """Seconds, bytes of address space, bytes of a file; afterwards no connection and no other program.

    `writes_below` is the only folder where files may be made, and besides the program itself it and what `reads` names
    are all that may be read; `grace` seconds lie between SIGXCPU and the end.
    """
    limit(cpu=cpu, memory=memory, largest=largest, grace=grace)
    sys.addaudithook(_refuse_company)
    if writes_below is not None:
        sys.addaudithook(_keeper_of(os.path.realpath(writes_below)))
    if reads is not None:
        sys.addaudithook(_keeper_of_readers((writes_below, *reads)))


def limit(*, cpu, memory, largest, grace=0, data=resource.RLIM_INFINITY):
    """The part of it that a program inherits which it becomes. `data` are bytes it may fill."""
    limits = {
        resource.RLIMIT_CPU: (cpu, cpu + grace),
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_DATA: (data, data),
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
    return ours if given == resource.RLIM_INFINITY else given if ours == resource.RLIM_INFINITY else min(ours, given)


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


def _keeper_of_readers(places):
    ours = (*places, sys.prefix, sys.base_prefix, f"/proc/{os.getpid()}", os.devnull)
    ours = tuple(os.path.realpath(one) for one in ours)
    below = tuple(one + os.sep for one in ours)

    def refuse_other_places(event, arguments):
        if event != "open" or isinstance(arguments[0], int):
            return
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if path not in ours and not path.startswith(below) and not path.endswith(_PROGRAM):
            raise PermissionError(f"Refused: {event} {path}")

    return refuse_other_places


def _is_below(path, folder):
    return isinstance(path, int) or os.path.realpath(os.fsdecode(path)).startswith(folder + os.sep)

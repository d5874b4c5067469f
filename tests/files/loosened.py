"""files.confined.office with only those locks that the environment names: whether a test sees what a lock is for."""

import os

from files.confined import locks, office

HELD = os.environ["HELD"].split()


def _shut_in(folder, *, reads, writes):
    if "namespace" in HELD:
        assert locks.libc.unshare(locks.CLONE_NEWUSER | locks.CLONE_NEWNET) == 0
    locks.libc.prctl(locks.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if "landlock" in HELD:
        assert locks.keep_to(locks.rights(folder, reads, writes))
    if "seccomp" in HELD:
        locks.call_nobody()
    return folder


shut_in, locks.shut_in = locks.shut_in, _shut_in
if __name__ == "__main__":
    office.main()

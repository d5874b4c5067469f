"""What a program loses that opens files of strangers, however it was made. No Django: it runs in the child.

Threefold, since LibreOffice fetches what a file names: the kernel answers no call to anybody (seccomp), there is no
network where namespaces may be made, and only its own folder and what is installed can be read (Landlock).
"""

import ctypes
import os
import platform
import struct

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_SECCOMP, SECCOMP_MODE_FILTER, PR_SET_NO_NEW_PRIVS = 22, 2, 38
CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWIPC = 0x10000000, 0x00020000, 0x40000000, 0x08000000
MS_BIND, MS_REC = 4096, 16384
AF_UNIX, EACCES = 1, 13
# BPF: load a word, jump where equal or greater, answer.
LOAD, EQUAL, AT_LEAST, ANSWER = 0x20, 0x15, 0x35, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000 | EACCES, 0x80000000
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # where they stand in struct seccomp_data
FOREIGN = 0x40000000  # numbers of another convention on x86_64
# (audit's name of the machine, socket, (connect, ptrace, process_vm_readv, process_vm_writev, io_uring_setup))
MACHINES = {
    "x86_64": (0xC000003E, 41, (42, 101, 310, 311, 425)),
    "aarch64": (0xC00000B7, 198, (203, 117, 270, 271, 425)),
}
# Landlock: numbers of its calls are the same on every machine.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_FILE, MAKE_SOCK, TRUNCATE = 1, 2, 4, 8, 1 << 5, 1 << 9, 1 << 14
EVERYTHING = (1 << 15) - 1
RIGHTS_BY_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1}  # what older kernels know of it
READING = EXECUTE | READ_FILE | READ_DIR
MEETING = MAKE_SOCK | REMOVE_FILE
OF_FILES = EXECUTE | READ_FILE | WRITE_FILE | TRUNCATE


class NotLocked(Exception):
    """This kernel cannot keep a program from calling out."""


def shut_in(folder, *, reads, writes):
    """From now on for this process and whatever it becomes; says where the folder is found now. Raises NotLocked.

    Besides the folder, `reads` and `writes` are all that can be opened.
    """
    is_apart = libc.unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC) == 0  # containers often refuse
    if is_apart and libc.mount(os.fsencode(folder), b"/tmp", None, ctypes.c_ulong(MS_BIND | MS_REC), None) == 0:
        folder = "/tmp"
    if libc.prctl(PR_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0))):
        raise NotLocked("no_new_privs")
    keep_to(rights(folder, reads, writes))
    call_nobody()
    return folder


def rights(folder, reads, writes):
    """LibreOffice insists on a socket in /tmp."""
    return {**dict.fromkeys(reads, READING), "/tmp": MEETING, **dict.fromkeys((*writes, folder), EVERYTHING)}


def call_nobody():
    """Sockets within this machine at most, and connected to nobody."""
    machine = MACHINES.get(platform.machine())
    if machine is None:
        raise NotLocked(platform.machine())
    name, socket, refused = machine
    steps = [(LOAD, ARCHITECTURE), (EQUAL, name, 1, 0), (ANSWER, KILL)]
    steps += [(LOAD, NUMBER), (AT_LEAST, FOREIGN, 0, 1), (ANSWER, KILL)]
    for number in refused:
        steps += [(EQUAL, number, 0, 1), (ANSWER, REFUSE)]
    steps += [(EQUAL, socket, 1, 0), (ANSWER, ALLOW)]
    steps += [(LOAD, FIRST_ARGUMENT), (EQUAL, AF_UNIX, 0, 1), (ANSWER, ALLOW), (ANSWER, REFUSE)]
    code = b"".join(_step(*step) for step in steps)
    place = ctypes.create_string_buffer(code, len(code))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(place)))
    if libc.prctl(PR_SET_SECCOMP, ctypes.c_ulong(SECCOMP_MODE_FILTER), program):
        raise NotLocked(os.strerror(ctypes.get_errno()))


def _step(code, value, if_so=0, if_not=0):
    """One instruction; a jump says how many of the next ones are passed over."""
    return struct.pack("HBBI", code, if_so, if_not, value)


def keep_to(allowed):
    """{path: what may be done there} and nothing elsewhere, if the kernel knows how (Linux 5.13); says whether."""
    version = libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    handled = EVERYTHING & RIGHTS_BY_VERSION.get(version, EVERYTHING)
    attributes = struct.pack("Q", handled)
    rules = libc.syscall(CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0) if version > 0 else -1
    if rules < 0:
        return False
    for path, given in allowed.items():
        if os.path.exists(path):
            _allow(rules, path, given & handled)
    is_done = libc.syscall(RESTRICT_SELF, rules, 0) == 0
    os.close(rules)
    return is_done


def _allow(rules, path, rights):
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    rule = struct.pack("=Qi", rights if os.path.isdir(path) else rights & OF_FILES, place)
    libc.syscall(ADD_RULE, rules, 1, rule, 0)
    os.close(place)

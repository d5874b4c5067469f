"""Becomes LibreOffice, with nothing but its own folder: `python -m files.confined.office SOFFICE FOLDER FORM FILE…`.

The files lie in FOLDER/in; what becomes of them will in FOLDER/out. No Django.
"""

import os
import sys
from pathlib import Path

from files.confined import locks
from files.confined.confining import limit

CPU_SECONDS = 120
MEMORY = 2 * 1024**3  # bytes of address space, fonts and libraries among them
OWN_MEMORY = 640 * 1024**2  # bytes that it fills itself; 200 are usual
UNCONFINED = 3
LARGEST = 256 * 1024**2  # bytes of a file it writes
INSTALLED = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/var/cache/fontconfig", "/var/spool/libreoffice")
OF_ETC = ("fonts", "libreoffice", "ld.so.cache", "localtime", "locale.alias", "passwd", "nsswitch.conf")
READS = (*INSTALLED, *(f"/etc/{name}" for name in OF_ETC), "/proc/self", "/sys/devices")
WRITES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


def main():
    program, folder, form, *files = sys.argv[1:]
    limit(cpu=CPU_SECONDS, memory=MEMORY, largest=LARGEST, data=OWN_MEMORY)
    reads = (*READS, str(Path(program).resolve().parents[1]))
    try:
        folder = locks.shut_in(folder, reads=reads, writes=WRITES)
    except locks.NotLocked as error:
        print(error, file=sys.stderr)
        sys.exit(UNCONFINED)
    os.chdir(folder)
    os.environ.update(HOME=f"{folder}/home", TMPDIR=f"{folder}/home")
    os.execv(program, [program, *arguments(folder, form, files)])


def arguments(folder, form, files):
    switches = ("headless", "norestore", "nologo", "nolockcheck", "nodefault", "nofirststartwizard")
    return [
        f"-env:UserInstallation=file://{folder}/home/profile",
        *(f"--{switch}" for switch in switches),
        *("--convert-to", form, "--outdir", f"{folder}/out"),
        *(f"{folder}/in/{name}" for name in files),
    ]


if __name__ == "__main__":
    main()

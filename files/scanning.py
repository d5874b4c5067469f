"""Every upload passes these hooks before anybody can fetch it: the hospital's virus scanner is one."""

import socket
import struct

from django.conf import settings
from django.utils.translation import gettext as _

from files.errors import NotChecked, Refused

PATIENCE = 50  # seconds; the browser is told to give up after 60
PIECE = 256 * 1024  # bytes

_scanners = []


def scanner(function):
    """Register a hook: it is given the open file and raises Refused."""
    _scanners.append(function)
    return function


def scan(file):
    for look_at in _scanners:
        file.seek(0)
        look_at(file)


@scanner
def clamav(file):
    """Ask ClamAV where its socket is set: a path, or host:port. A scanner that does not answer lets nothing pass."""
    if not settings.CLAMAV_SOCKET:
        return
    try:
        with _connected(settings.CLAMAV_SOCKET) as line:
            verdict = _ask(line, file)
    except OSError as error:
        raise NotChecked(_("病毒检查暂时不可用，文件没有保存，请稍后再传。")) from error
    if verdict.endswith(" FOUND"):
        raise Refused(_("病毒检查发现了问题，文件没有保存。请联系信息中心。"))
    if not verdict.endswith(" OK"):
        raise NotChecked(_("病毒检查没有完成，文件没有保存，请稍后再传。"))


def _connected(address):
    host, _colon, port = address.rpartition(":")
    if port.isdigit() and host and "/" not in address:
        return socket.create_connection((host, int(port)), timeout=PATIENCE)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(PATIENCE)
    line.connect(address)
    return line


def _ask(line, file):
    line.sendall(b"zINSTREAM\0")
    try:
        while piece := file.read(PIECE):
            line.sendall(struct.pack(">I", len(piece)) + piece)
        line.sendall(struct.pack(">I", 0))
    except (BrokenPipeError, ConnectionResetError):
        pass  # it stopped listening because it knows enough; its answer says what
    return _answer(line)


def _answer(line):
    said = b""
    while not said.endswith(b"\0") and (piece := line.recv(4096)):
        said += piece
    return said.rstrip(b"\0\n").decode("utf-8", "replace")

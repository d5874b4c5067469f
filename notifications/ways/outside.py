"""Speaking HTTP to the world: addresses come from people, so they lead nowhere but outside."""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from notifications.ways.base import Refused, Trouble, Unsure

PATIENCE = 8  # seconds for the whole conversation
MOST = 8_000  # bytes of an answer


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    wait: int = 0  # seconds the other side asks for

    @property
    def said(self):
        return f"HTTP {self.status}"


def checked(url, hosts=None):
    """The parts of an address that may be spoken to; ValueError otherwise. `hosts`: nobody else."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _is_played(parts):
        return parts
    if parts.scheme != "https" or parts.username or parts.password or not host:
        raise ValueError(_("地址要以 https:// 开头。"))
    if hosts is not None and host not in hosts:
        raise ValueError(_("不能使用这个地址，请填写机器人给出的完整地址。"))
    if hosts is None and (parts.port not in (None, 443) or _is_number(host)):
        raise ValueError(_("不能使用这个地址。"))
    return parts


def post(url, body, headers, *, hosts=None) -> Answer:
    """Send it and hear the answer. Follows no redirection; speaks to exactly the address that was looked up."""
    try:
        parts = checked(url, hosts)
    except ValueError as error:
        raise Refused(str(error)) from error
    line = _Line(parts, _place(parts))
    clock = threading.Timer(PATIENCE, line.cut)  # a server that drips one byte at a time keeps nobody
    clock.start()
    try:
        return _converse(line, parts, body, headers)
    finally:
        clock.cancel()
        line.close()


def _converse(line, parts, body, headers):
    try:
        line.connect()
    except OSError as error:
        raise Trouble(_said(error)) from error
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        line.request("POST", path, body, headers)
        response = line.getresponse()
        wait = response.getheader("Retry-After", "")
        return Answer(response.status, response.read(MOST), int(wait) if wait.isdigit() else 0)
    except (OSError, ValueError, AttributeError, http.client.HTTPException) as error:
        raise Unsure(_said(error)) from error


class _Line(http.client.HTTPConnection):
    """To an address that was looked at; the name is still the one the certificate must bear."""

    def __init__(self, parts, address):
        super().__init__(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80), timeout=PATIENCE)
        self.address, self.is_secret = address, parts.scheme == "https"

    def connect(self):
        self.sock = socket.create_connection((self.address, self.port), self.timeout)
        if self.is_secret:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self):
        if self.sock:
            with contextlib.suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


def _place(parts) -> str:
    """The address behind the name. One within the own network only where the environment names that host."""
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Trouble(_said(error)) from error
    addresses = [entry[4][0] for entry in found]
    is_trusted = _is_played(parts) or parts.hostname in settings.WEBHOOK_HOSTS
    if not is_trusted and not all(ipaddress.ip_address(address).is_global for address in addresses):
        raise Refused(_("这个地址在内部网络里。"))
    return addresses[0]


def _is_played(parts):
    """A server played by tests and demonstrations, named with its port: never in production."""
    return parts.scheme == "http" and not settings.IS_PRODUCTION and parts.netloc in settings.WEBHOOK_HOSTS


def _is_number(host):
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _said(error):
    return f"{type(error).__name__}: {error}"[:200]

"""Trying whether the addresses of module links answer."""

import socket
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.utils import timezone

import jobs
from portal.choices import Trouble
from portal.models import ModuleLink

CHECK = "portal.check_address"
PATIENCE = 5  # seconds


class _Stay(HTTPRedirectHandler):
    """Being sent elsewhere, as to a sign-in page, is an answer."""

    def redirect_request(self, *_):
        return None


@jobs.work(CHECK, lane="slow", tries=2)
def check(progress, uid):
    for module in ModuleLink.objects.filter(uid=uid):
        _note(module)


@jobs.daily("04:10", name="portal.check_addresses", lane="slow")
def check_all(progress):
    modules = ModuleLink.objects.filter(is_on=True)
    progress.begin(modules.count())
    for module in modules:
        _note(module)
        progress.step()


def _note(module):
    """Administrators see whether there was an answer; nothing of the answer itself is kept."""
    if module.is_elsewhere:
        seen = {"trouble": trouble_with(module.address), "checked_at": timezone.now()}
        ModuleLink.objects.filter(pk=module.pk, address=module.address).update(**seen)


def trouble_with(address) -> str:
    """Why the address cannot be opened; empty when it can, be it to sign in."""
    request = Request(address, headers={"User-Agent": "Hongzhihui link check"})
    try:
        build_opener(_Stay).open(request, timeout=PATIENCE).close()
    except HTTPError as error:
        if error.code in (404, 410):
            return Trouble.MISSING
        return Trouble.FAILING if error.code >= 500 else ""
    except URLError as error:
        return Trouble.UNKNOWN_HOST if isinstance(error.reason, socket.gaierror) else Trouble.SILENT
    except (OSError, HTTPException, ValueError):
        return Trouble.SILENT
    return ""

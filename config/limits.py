"""Sizes and shapes that no address accepts, whichever server stands before Django."""

import re

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse

MEGABYTE = 1024 * 1024
ORDINARY = 5 * MEGABYTE
UPLOADS = re.compile(  # the addresses that take files
    r"/files/|/people/import|/people/profile|/spaces/[^/]+/import|/wiki/[^/]+/files|/admin/(images|documents)/"
)
DEEPEST_JSON = 100
JSON_PART = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


def body_limit(path):
    """Bytes this address accepts."""
    return settings.MAX_UPLOAD_MB * MEGABYTE if UPLOADS.match(path) else ORDINARY


class MalformedRequest(SuspiciousOperation):
    """Django answers 400."""


class LimitsMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if _length(request) > body_limit(request.path_info):
            return HttpResponse("413 Content Too Large\n", status=413, content_type="text/plain")
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise MalformedRequest("Zero byte in the address.")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            look_at_body(request)
        return self.get_response(request)


def _length(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise MalformedRequest("Content-Length is no number.") from None


def look_at_body(request):
    """Databases refuse zero bytes and parsers die of depth: say so before anybody trips over it."""
    is_malformed = BODIES.get(request.content_type)
    if is_malformed and is_malformed(request):
        raise MalformedRequest("A zero byte, or JSON that is too deep.")


def _in_form(request):
    return b"%00" in request.body or b"\0" in request.body


def _in_fields(request):
    return any("\0" in name or any("\0" in value for value in values) for name, values in request.POST.lists())


def _in_json(request):
    return b"\\u0000" in request.body or b"\0" in request.body or _depth(request.body) > DEEPEST_JSON


BODIES = {
    "application/x-www-form-urlencoded": _in_form,
    "multipart/form-data": _in_fields,
    "application/json": _in_json,
}


def _depth(json):
    if json.count(b"[") + json.count(b"{") <= DEEPEST_JSON:
        return 0
    depth = deepest = 0
    for part in JSON_PART.finditer(json):
        first = part.group()[:1]
        if first in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif first in (b"]", b"}"):
            depth -= 1
    return deepest

"""Sizes and shapes that no address accepts, whichever server stands before Django."""

import re

from django.conf import settings
from django.core.exceptions import SuspiciousOperation, TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views.defaults import bad_request

MEGABYTE = 1024 * 1024
ORDINARY = 5 * MEGABYTE
UPLOADS = re.compile(  # the addresses that take files
    r"/files/|/paste/|/people/import|/people/profile|/spaces/[^/]+/import|/wiki/[^/]+/files|/admin/(images|documents)/"
)
FOLDERS = re.compile(r"/spaces/[^/]+/import/")  # as many files as the settings allow
FEW = 50  # files at once, everywhere else
DEEPEST_JSON = 100
CLEANED = {"/search/", "/search/suggestions/"}  # whatever is pasted into the box is answered; there it is a space
REFUSED = "X-HZH-Refused"  # tells the server whom to slow down; never leaves it
JSON_PART = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


def body_limit(path):
    """Bytes this address accepts."""
    return settings.MAX_UPLOAD_MB * MEGABYTE if UPLOADS.match(path) else ORDINARY


class MalformedRequest(SuspiciousOperation):
    pass


class LimitsMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            if _length(request) > body_limit(request.path_info):
                return render(request, "413.html", status=413)
            look_at_address(request)
            if request.method not in ("GET", "HEAD", "OPTIONS"):
                count_files(request)
                look_at_body(request)
        except (SuspiciousOperation, MultiPartParserError) as error:
            response = bad_request(request, error)
            response[REFUSED] = "1"
            return response
        return self.get_response(request)


def look_at_address(request):
    is_zero_sent = "%00" in request.META.get("QUERY_STRING", "") and request.path_info not in CLEANED
    if "\0" in request.path_info or is_zero_sent:
        raise MalformedRequest("Zero byte in the address.")


def _length(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise MalformedRequest("Content-Length is no number.") from None


class FewFiles(FileUploadHandler):
    """Takes no file itself; ends the request with the one that is too many."""

    number = 0

    def new_file(self, *about, **more):
        super().new_file(*about, **more)
        self.number += 1
        if self.number > FEW:
            raise TooManyFilesSent(f"More than {FEW} files.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None


def count_files(request):
    """Hundreds of files do not fit into memory, however small each is: they wait on the disk."""
    if FOLDERS.match(request.path_info):
        request.upload_handlers = [TemporaryFileUploadHandler(request)]
    else:
        request.upload_handlers = [FewFiles(request), *request.upload_handlers]


def look_at_body(request):
    """Databases refuse zero bytes and parsers die of depth: say so before anybody trips over it."""
    if request.content_type == "application/json":
        is_malformed = b"\\u0000" in request.body or b"\0" in request.body or _depth(request.body) > DEEPEST_JSON
    else:  # Django counts fields and files while it reads them
        is_malformed = any("\0" in name or "\0" in "".join(values) for name, values in request.POST.lists())
    if is_malformed:
        raise MalformedRequest("A zero byte, or JSON that is too deep.")


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

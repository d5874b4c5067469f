"""How files leave: with their type from our table, shut in, known to the browser only until it asks again."""

from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from files.ranges import Window, range_asked_for
from files.sniffing import HEAD, encoding_of

SHUT_IN = "default-src 'none'; sandbox"
# Browsers show these in a page of their own making, to which the policy of the file applies: the styles are its own,
# and in a sandbox its player may not fetch the film (tried in Chromium 156). None of them can run anything.
POLICIES = {
    "image": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "video": "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'",
    "audio": "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'",
    "application/pdf": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
}
UNDER_NGINX = "/_files/"  # the internal location that docs/deploy.md gives nginx


def send(request, stored, kind, *, name, etag, as_download=False):
    """Answer with a stored file. The caller has asked whether this person may have it."""
    head = HttpResponse(headers=_headers(stored, kind, name, etag, as_download))
    answer = get_conditional_response(request, etag=head["ETag"], response=head)
    return _with_content(request, stored, head) if answer is head else answer


def _headers(stored, kind, name, etag, as_download):
    is_inline = kind.is_inline and not as_download
    return {
        "Content-Type": _media_type(stored, kind),
        "Content-Disposition": content_disposition_header(not is_inline, name),
        "Content-Security-Policy": _policy(kind),
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-cache",  # asked again each time, since rights end
        "Vary": "Cookie",
        "ETag": f'"{etag}"',
        "Accept-Ranges": "bytes",
    }


def _policy(kind):
    return POLICIES.get(kind.media_type) or POLICIES.get(kind.media_type.partition("/")[0]) or SHUT_IN


def _media_type(stored, kind):
    if not kind.is_text:
        return kind.media_type
    try:
        with stored.open("rb") as file:
            return f"text/plain; charset={encoding_of(file.read(HEAD)) or 'utf-8'}"
    except FileNotFoundError:
        raise Http404 from None


def _with_content(request, stored, head):
    """nginx or our own server send the bytes from the path; only tests and runserver do it here."""
    if settings.FILE_HEADER:
        head[settings.FILE_HEADER] = UNDER_NGINX + quote(stored.name)
        return head
    if request.META.get("hzh.sends_files"):
        head["X-HZH-File"] = quote(stored.path)
        return head
    try:
        file = stored.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    status, start, end = range_asked_for(request, head["ETag"], file.size)
    response = FileResponse(Window(file, start, end), status=status)
    for name, value in head.items():
        response[name] = value
    response["Content-Length"] = end - start
    if status != 200:
        response["Content-Range"] = f"bytes {start}-{end - 1}/{file.size}" if status == 206 else f"bytes */{file.size}"
    return response

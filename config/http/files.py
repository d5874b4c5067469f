"""Files sent from asyncio, whole or in the part a video player asks for."""

import asyncio
import os
import re
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

FILE_HEADER = b"x-hzh-file"  # a view names a file by it (percent-encoded) and answers nothing more
PIECE = 256 * 1024  # bytes
RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
TAKEN_FROM_VIEW = (b"content-length", b"content-range", b"accept-ranges")

_readers = ThreadPoolExecutor(2, thread_name_prefix="files")


class FilePart:
    def __init__(self, file, length, headers, status=200, *, close=None):
        self.file, self.left, self.headers, self.status = file, length, headers, status
        self.close = close or file.close

    @classmethod
    def asked_for(cls, path, headers, environ):
        """The file at `path` as the request wants it: 200, 206, 304 or 416. Raises OSError when it is gone."""
        file = open(path, "rb")  # noqa: SIM115  closed when it is sent
        size, modified = (stat := os.fstat(file.fileno())).st_size, stat.st_mtime
        headers = [header for header in headers if header[0] not in TAKEN_FROM_VIEW]
        named = dict(headers)
        tag = named.get(b"etag") or f'"{size:x}-{int(modified * 1000):x}"'.encode()
        date = named.get(b"last-modified") or formatdate(modified, usegmt=True).encode()
        headers = [header for header in headers if header[0] not in (b"etag", b"last-modified")]
        headers += [(b"etag", tag), (b"last-modified", date), (b"accept-ranges", b"bytes")]
        if environ.get("HTTP_IF_NONE_MATCH", "").encode() == tag:
            return cls(file, 0, headers, 304)
        start, end = _range(environ, size, tag, date)
        if start is None:
            headers += [(b"content-range", b"bytes */%d" % size), (b"content-length", b"0")]
            return cls(file, 0, headers, 416)
        headers.append((b"content-length", b"%d" % (end - start)))
        status = 200
        if end - start < size:
            headers.append((b"content-range", b"bytes %d-%d/%d" % (start, end - 1, size)))
            status = 206
        file.seek(start)
        return cls(file, 0 if environ["REQUEST_METHOD"] == "HEAD" else end - start, headers, status)

    def __aiter__(self):
        self.loop = asyncio.get_running_loop()
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        wanted = PIECE if self.left < 0 else min(PIECE, self.left)
        piece = await self.loop.run_in_executor(_readers, self.file.read, wanted)
        if not piece:
            raise StopAsyncIteration
        if self.left > 0:
            self.left -= len(piece)
        return piece


def _range(environ, size, tag, date):
    """First and last+1 byte asked for; the whole file for what we do not understand; (None, None) for the impossible.

    Several ranges at once are answered with the whole file, as the standard allows.
    """
    asked = RANGE.match(environ.get("HTTP_RANGE", "").strip())
    unchanged = environ.get("HTTP_IF_RANGE", "").encode() in (b"", tag, date)
    if not asked or not unchanged or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return 0, size
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last) + 1, size) if last else size
    elif last:
        start, end = max(0, size - int(last)), size
    else:
        return 0, size
    if first and last and int(last) < int(first):
        return 0, size
    return (start, end) if start < end else (None, None)

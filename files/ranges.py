"""The part of a file that a video player asks for, where no better server stands before Django."""

import re

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})$")


class Window:
    """A part of an open file, read like a file."""

    def __init__(self, file, start, end):
        self.file, self.left = file, end - start
        file.seek(start)

    def read(self, size=-1):
        piece = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(piece)
        return piece

    def close(self):
        self.file.close()


def range_asked_for(request, etag, size):
    """(status, start, end): 206 with a part, 416 for the impossible, 200 for whatever we do not understand."""
    asked = RANGE.match(request.headers.get("Range", ""))
    whole = 200, 0, size
    if not asked or request.headers.get("If-Range", etag) != etag:
        return whole
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last) + 1, size) if last else size
    elif last:
        start, end = max(0, size - int(last)), size
    else:
        return whole
    if first and last and int(last) < int(first):
        return whole
    return (206, start, end) if start < end else (416, 0, 0)

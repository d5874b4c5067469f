"""Request bodies: measured before they are read, kept in memory while small, never longer than allowed."""

import asyncio
from io import BytesIO
from tempfile import SpooledTemporaryFile

IN_MEMORY = 1024 * 1024  # bytes; above that they go to the disk
PATIENCE = 30  # seconds between two pieces


class TooLarge(Exception):
    pass


class Impatient(Exception):
    """The sender fell silent."""


async def read_body(receive, headers, limit):
    """The body as a file and its length; (None, 0) when the sender left. Raises before reading what is too large."""
    length = headers.get(b"content-length")
    if length is None and b"transfer-encoding" not in headers:
        return BytesIO(), 0
    if length is not None and int(length) > limit:
        raise TooLarge
    body, size = SpooledTemporaryFile(IN_MEMORY), 0  # noqa: SIM115  closed with the request
    more = True
    while more:
        message = await _next(receive)
        if message["type"] == "http.disconnect":
            body.close()
            return None, 0
        size += len(message["body"])
        if size > limit:
            body.close()
            raise TooLarge
        body.write(message["body"])
        more = message["more_body"]
    body.seek(0)
    return body, size


async def _next(receive):
    try:
        return await asyncio.wait_for(receive(), PATIENCE)
    except TimeoutError:
        raise Impatient from None

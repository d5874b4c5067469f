"""What goes back to the browser: Django's answer, a file, or a refusal from the door."""

import asyncio
import logging
import os
from urllib.parse import unquote

from config.http.files import FILE_HEADER, FilePart
from config.http.pages import page
from config.http.streams import Stream

SMALL = 64 * 1024  # bytes of a file that are read at once, in the thread that has it open
STALLED = 60  # seconds a browser may take for one piece
REFUSED = b"x-hzh-refused"  # set by config.limits
INTERNAL = (FILE_HEADER, REFUSED)
HEARD_OUT = 16 * 1024 * 1024  # bytes of a refused body that are read and thrown away, for politeness

logger = logging.getLogger("hzh.server")


class FileWrapper:
    """How Django and WhiteNoise hand over an open file (wsgi.file_wrapper)."""

    def __init__(self, file, block_size=8192):
        self.file = file

    def close(self):
        self.file.close()


class Answer:
    def __init__(self, status, headers, body=b"", *, pieces=None, linger=0, is_refusal=False):
        self.status, self.headers, self.body = status, headers, body
        self.pieces = pieces  # a FilePart or a Stream: sent piece by piece
        self.linger = linger
        self.is_refusal = is_refusal  # of a malformed or oversized request

    @classmethod
    def refuse(cls, status, *, linger=0, retry_after=None):
        """A word from the door, without Django; the connection ends with it."""
        kind, words = page(status)
        headers = [
            (b"content-type", kind),
            (b"content-length", str(len(words)).encode()),
            (b"content-security-policy", b"default-src 'self'"),
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
        ]
        if retry_after:
            headers.append((b"retry-after", str(retry_after).encode()))
        return cls(status, headers, words, linger=linger, is_refusal=status < 500)

    @classmethod
    def of(cls, application, environ, loop, file_roots):
        """Run Django; called in a thread of the pool."""
        started = []

        def start_response(status, headers, exc_info=None):
            started[:] = int(status[:3]), [(n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in headers]

        result = application(environ, start_response)
        status, headers = started
        named = dict(headers)
        headers = [header for header in headers if header[0] not in INTERNAL]
        if path := named.get(FILE_HEADER):
            result.close()
            return cls._of_path(unquote(path.decode("latin-1")), headers, environ, file_roots)
        if isinstance(result, FileWrapper):
            return cls._of_file(status, headers, result, environ)
        if getattr(result, "streaming", False):
            return cls(status, headers, pieces=Stream(result, loop))
        try:
            return cls._whole(status, headers, b"".join(result), is_refusal=REFUSED in named)
        finally:
            result.close()

    @classmethod
    def _whole(cls, status, headers, body, is_refusal):
        if status not in (204, 304) and not any(name == b"content-length" for name, _ in headers):
            headers.append((b"content-length", str(len(body)).encode()))
        return cls(status, headers, body, is_refusal=is_refusal)

    @classmethod
    def _of_path(cls, path, headers, environ, file_roots):
        real = os.path.realpath(path)
        if not any(real.startswith(f"{root}{os.sep}") for root in file_roots):
            logger.error("A view wanted to send a file outside the installation's folder.")
            return cls.refuse(500)
        try:
            part = FilePart.asked_for(real, headers, environ)
        except OSError:
            logger.error("A file that should be sent is gone.")
            return cls.refuse(404)
        return cls(part.status, part.headers, pieces=part)

    @classmethod
    def _of_file(cls, status, headers, wrapper, environ):
        length = int(dict(headers).get(b"content-length", b"-1"))
        if environ["REQUEST_METHOD"] == "HEAD" or 0 <= length <= SMALL:
            body = wrapper.file.read(length) if environ["REQUEST_METHOD"] != "HEAD" else b""
            wrapper.close()
            return cls(status, headers, body)
        return cls(status, headers, pieces=FilePart(wrapper.file, length, headers, status, close=wrapper.close))

    async def send(self, send, receive):
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        if self.pieces is None:
            await send({"type": "http.response.body", "body": self.body, "more_body": bool(self.linger)})
        else:
            await self._send_pieces(send, receive)
        if self.linger:
            await self._let_the_sender_finish(receive)
            await send({"type": "http.response.body", "body": b""})

    async def _send_pieces(self, send, receive):
        gone = asyncio.ensure_future(_disconnected(receive))
        try:
            async for piece in self.pieces:
                await asyncio.wait_for(send({"type": "http.response.body", "body": piece, "more_body": True}), STALLED)
                if gone.done():
                    return
            await send({"type": "http.response.body", "body": b""})
        except TimeoutError:
            logger.info("A browser stopped taking what it asked for.")
        finally:
            gone.cancel()
            self.close()

    async def _let_the_sender_finish(self, receive):
        """Closing on somebody who still sends makes the network drop our answer with it."""
        heard = 0
        try:
            async with asyncio.timeout(self.linger):
                while heard < HEARD_OUT and (message := await receive()).get("more_body"):
                    heard += len(message["body"])
        except TimeoutError:
            pass

    def close(self):
        if self.pieces is not None:
            self.pieces.close()


async def _disconnected(receive):
    while (await receive())["type"] != "http.disconnect":
        pass

"""Answers that Django makes bit by bit."""

import asyncio
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

AHEAD = 8 * 1024 * 1024  # bytes the maker may be ahead of the browser
STREAMS = 4  # made at the same time; they have threads of their own, pages do not wait for them

_pool = ThreadPoolExecutor(STREAMS, thread_name_prefix="stream")


class Stream:
    """Iterated in one thread, so that a database cursor stays in it; read in asyncio."""

    def __init__(self, response, loop):
        self.response, self.loop = response, loop
        self.pieces = asyncio.Queue()
        self.context = contextvars.copy_context()  # the language of the request
        self.made = self.taken = 0  # bytes; each counted by one side only
        self.may_go_on = threading.Event()
        self.is_over = False

    def __aiter__(self):
        self.making = self.loop.run_in_executor(_pool, self.context.run, self._make)
        return self

    async def __anext__(self):
        piece = await self.pieces.get()
        if piece is None:
            await self.making  # raises what the maker raised: the browser must not take half for the whole
            raise StopAsyncIteration
        self.taken += len(piece)
        self.may_go_on.set()
        return piece

    def _make(self):
        try:
            for piece in self.response:
                while self.made - self.taken > AHEAD and not self.is_over:
                    self.may_go_on.clear()
                    self.may_go_on.wait(1)
                if self.is_over:
                    return
                self.made += len(piece)
                self.loop.call_soon_threadsafe(self.pieces.put_nowait, piece)
        finally:
            self.response.close()
            self.loop.call_soon_threadsafe(self.pieces.put_nowait, None)

    def close(self):
        self.is_over = True
        self.may_go_on.set()

"""A browser that listens on the line of the bell."""

import asyncio
import json
from contextlib import suppress

import websockets


class Listener:
    def __init__(self, address, session):
        self.address, self.session = address, session
        self.heard, self.code = [], None

    async def open(self, *, origin=None):
        self.socket = await websockets.connect(
            f"ws://{self.address.removeprefix('http://')}/live/me",
            origin=self.address if origin is None else origin or None,
            additional_headers={"Cookie": f"hzh_session={self.session}"} if self.session else {},
            compression=None,
            ping_interval=None,
        )
        self.reading = asyncio.create_task(self._read())
        return self

    async def _read(self):
        with suppress(websockets.ConnectionClosed):
            async for words in self.socket:
                self.heard.append(json.loads(words))
        self.code = self.socket.close_code

    @property
    def unread(self):
        return self.heard[-1]["unread"] if self.heard else None

    async def close(self):
        await self.socket.close()


async def until(claim, within=5.5):
    """Five seconds of the promise, and the way there."""
    end = asyncio.get_running_loop().time() + within
    while asyncio.get_running_loop().time() < end:
        if claim():
            return True
        await asyncio.sleep(0.05)
    return False

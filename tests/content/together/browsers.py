"""A browser as the server sees it: a Yjs document on a socket. Types, and keeps what it was told."""

import asyncio
import json
from contextlib import suppress

import websockets
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from content.together import wire


class Browser:
    def __init__(self, address, uid, key, session, *, doc=None):
        self.address, self.uid, self.key, self.session = address, uid, key, session
        self.doc = doc or Doc()
        self.sent = self.saved = 0
        self.notices, self.cursors = [], {}
        self.code = None
        self.is_synced = asyncio.Event()
        self._mine = None
        self.doc.observe(self._changed)
        self._outgoing = []
        self.arrived = []  # (moment, update) for measurements
        self.socket = None

    def _changed(self, event):
        if self._mine:
            self._outgoing.append(event.update)

    async def open(self, *, origin=None, wait=True):
        host = self.address.removeprefix("http://")
        said = "&".join(f"{name}={value}" for name, value in self.key.items())
        self.socket = await websockets.connect(
            f"ws://{host}/live/pages/{self.uid}?{said}",
            origin=self.address if origin is None else origin or None,
            additional_headers={"Cookie": f"hzh_session={self.session}"} if self.session else {},
            max_size=None,
            compression=None,
            ping_interval=None,
        )
        self.sent = self.saved = 0
        self.code = None
        self.is_synced.clear()
        self.reading = asyncio.create_task(self._read())
        if wait:
            await self._send(wire.step1(self.doc.get_state()))
            await asyncio.wait(
                (asyncio.create_task(self.is_synced.wait()), self.reading),
                timeout=15,
                return_when=asyncio.FIRST_COMPLETED,
            )
        return self

    async def _send(self, frame):
        if frame[:1] == b"\x00" and frame[1:2] != b"\x00":
            self.sent += 1
        with suppress(websockets.ConnectionClosed):
            await self.socket.send(frame)

    async def _read(self):
        try:
            async for frame in self.socket:
                await self._hear(frame)
        except websockets.ConnectionClosed:
            pass
        self.code = self.socket.close_code

    async def _hear(self, frame):
        if frame[0] == wire.NOTICE:
            notice = wire.read_notice(frame)
            self.notices.append(notice)
            if notice["type"] == "saved":
                self.saved = notice["count"]
            return
        message = wire.read(frame)
        if message.kind is wire.Kind.STEP1:
            await self._send(wire.step2(self.doc.get_update(message.body)))
        elif message.kind is wire.Kind.AWARENESS:
            for client, _clock, said in message.body:
                self.cursors[client] = json.loads(said)
        elif message.kind in (wire.Kind.STEP2, wire.Kind.UPDATE):
            self.arrived.append((asyncio.get_running_loop().time(), message.body))
            self.doc.apply_update(message.body)
            if message.kind is wire.Kind.STEP2:
                self.is_synced.set()

    # ── Writing ──

    async def type(self, words, *, place=0, at=None):
        """Words into a paragraph: at its end, or at a byte."""
        self._mine = True
        text = self.text(place)
        text.insert(len(text) if at is None else at, words)
        self._mine = None
        await self.flush()

    async def add_paragraph(self, words):
        self._mine = True
        with self.doc.transaction():
            paragraph = self.body.children.append(XmlElement("paragraph"))
            paragraph.children.append(XmlText(words))
        self._mine = None
        await self.flush()

    async def flush(self):
        outgoing, self._outgoing = self._outgoing, []
        for update in outgoing:
            await self._send(wire.update(update))

    async def point(self, client, state, clock=1):
        await self._send(wire.awareness([wire.entry(client, clock, state)]))

    @property
    def body(self):
        return self.doc.get("body", type=XmlFragment)

    def text(self, place=0) -> XmlText:
        return self.body.children[place].children[0]

    @property
    def words(self):
        return [str(child.children[0]) if len(child.children) else "" for child in self.body.children]

    def told(self, type):
        return [notice for notice in self.notices if notice["type"] == type]

    @property
    def is_saved(self):
        return self.sent == self.saved

    async def close(self):
        if self.socket:
            await self.socket.close()
            await self.reading

    def cut(self):
        """The line is gone without a word."""
        self.socket.transport.abort()


async def until(claim, within=10):
    """Whether it comes true in time; the loop goes on meanwhile."""
    deadline = asyncio.get_running_loop().time() + within
    while asyncio.get_running_loop().time() < deadline:
        if claim():
            return True
        await asyncio.sleep(0.02)
    return bool(claim())


def agree(*browsers):
    return len({tuple(each.words) for each in browsers}) == 1

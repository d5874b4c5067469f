"""One browser in a room: what waits to be sent to it, how fast it may speak, what of its writing is safe."""

import asyncio
import time
from collections import deque

from content.together import codes, wire
from content.together.rights import Person, Standing

MOST_WAITING = 8 * 1024 * 1024  # bytes to a slow reader; who is that far behind comes back and asks for the whole
A_SECOND, AT_ONCE = 60, 240  # messages
LARGEST = 1024 * 1024  # bytes of a message


class Connection:
    def __init__(self, person: Person, session: str, standing: Standing):
        self.person, self.session, self.standing = person, session, standing
        self.signs = None  # what the standing was decided by
        self.color = 1
        self.client = None  # the number its browser writes under
        self.heard = 0  # messages with text that came in
        self.safe = 0  # of them, those that are committed, as it was told
        self.is_withheld = False  # it wrote what it may not; nothing is called safe until it has sent the whole again
        self.is_over = False
        self.spoke_at = 0.0
        self._tokens, self._counted_at = float(AT_ONCE), time.monotonic()
        self._outbox, self._waiting, self._wake = deque(), 0, asyncio.Event()
        self.stuck = asyncio.Event()  # it reads too slowly to be told anything more

    @property
    def may_edit(self):
        return self.standing.may == "edit"

    # ── Sending ──

    def send(self, frame: bytes):
        if self.is_over:
            return
        self._outbox.append({"type": "websocket.send", "bytes": frame})
        self._waiting += len(frame)
        self._wake.set()
        if self._waiting > MOST_WAITING:
            self.is_over = True
            self.stuck.set()

    def tell(self, type, **said):
        self.send(wire.notice(type, **said))

    def tell_standing(self):
        self.tell("state", may=self.standing.may, why=self.standing.why)

    def close(self, code, why=""):
        """The last words, and then the code."""
        if self.is_over:
            return
        self.tell("closing", code=code, why=why or codes.why(code, self.person.language))
        self.is_over = True
        self._outbox.append({"type": "websocket.close", "code": code})
        self._wake.set()

    async def write(self, send):
        """Sends what waits, in order, until the last word is said or the line is gone."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._outbox:
                message = self._outbox.popleft()
                self._waiting -= len(message.get("bytes", b""))
                try:
                    await send(message)
                except OSError:
                    return
                if message["type"] == "websocket.close":
                    return

    # ── Hearing ──

    def is_flooding(self, cost=1.0) -> bool:
        now = time.monotonic()
        self._tokens = min(AT_ONCE, self._tokens + (now - self._counted_at) * A_SECOND) - cost
        self._counted_at = self.spoke_at = now
        return self._tokens < 0

    def refuse(self):
        """What it wrote is dropped, and it must know."""
        self.is_withheld = True
        self.tell("refused", why=self.standing.why)

    def is_safe(self, heard, at):
        """Its first `heard` messages are committed."""
        if heard > self.safe and not self.is_withheld:
            self.safe = heard
            self.tell("saved", count=heard, at=at)

    def stand(self, standing: Standing):
        """Its rights are others now."""
        if standing.code:
            self.close(standing.code, standing.why)
        elif standing != self.standing:
            self.standing = standing
            self.tell_standing()

"""One browser that wants to know. It says nothing, so what it hears is sent without a task of its own."""

import asyncio
import json


class Line:
    __slots__ = ("_send", "_sending", "code", "numbers", "person", "session", "told")

    def __init__(self, send, admission):
        self._send, self._sending = send, None
        self.session, self.person, self.numbers = admission.session, admission.person, admission.numbers
        self.told = self.code = None

    def tell(self, numbers=None):
        """What was not sent yet is replaced: a slow reader hears the last word only."""
        self.numbers = numbers or self.numbers
        if self._sending is None and (self.numbers != self.told or self.code):
            self._sending = asyncio.ensure_future(self._say())

    def close(self, code):
        self.code = code
        self.tell()

    async def _say(self):
        try:
            while self.told != self.numbers and not self.code:
                self.told = self.numbers
                await self._send({"type": "websocket.send", "text": json.dumps(self.told._asdict())})
            if self.code:
                await self._send({"type": "websocket.close", "code": self.code})
        except (OSError, RuntimeError):
            return  # gone meanwhile; whoever listens on it notices
        finally:
            self._sending = None

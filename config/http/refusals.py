"""Who keeps sending what must be refused is slowed down, and nobody else behind the same address is."""

import asyncio
import time

from config.http.answers import Answer

WINDOW = 60  # seconds
FREE = 30  # refusals a window that anybody may collect
PENALTY = 1  # seconds before each further answer
MOST_ADDRESSES = 10_000


class Refusals:
    def __init__(self):
        self._counts = {}
        self._since = time.monotonic()

    async def weigh(self, address, answer):
        """The refusal itself, or later and shorter: 429. Only requests that are refused anyway come here."""
        if time.monotonic() - self._since > WINDOW or len(self._counts) > MOST_ADDRESSES:
            self._counts, self._since = {}, time.monotonic()
        count = self._counts[address] = self._counts.get(address, 0) + 1
        if count <= FREE:
            return answer
        answer.close()
        await asyncio.sleep(PENALTY)
        return Answer.refuse(429, retry_after=WINDOW)

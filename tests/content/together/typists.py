"""Four people who type on whatever happens to the house, and know what they were told is saved."""

import asyncio
from contextlib import suppress

from tests.content.together.browsers import agree, until
from tests.content.together.opening import LIN, SHEN, ZHOU, browser

WRITERS = ((ZHOU, "甲"), (LIN, "乙"), (SHEN, "丙"), ("QY20045", "丁"))


class Writer:
    """Types on whatever happens, comes back when the line is gone, and keeps what it was told is saved."""

    def __init__(self, browser, letter):
        self.browser, self.letter = browser, letter
        self.typed = self.saved = 0  # letters
        self.typed_at = {}  # by message of this connection: letters by then
        self.is_over = False

    async def run(self):
        await self._come_back()
        while not self.is_over:
            if self.browser.code is not None or self.browser.reading.done():
                await self._come_back()
            await self.browser.type(self.letter, place=self.typed % 2)
            self.typed += 1
            self.typed_at[self.browser.sent] = self.typed
            self._count()
            await asyncio.sleep(0.02)

    def _count(self):
        """Letters that were called safe: all up to the last message that was."""
        told = [letters for sent, letters in self.typed_at.items() if sent <= self.browser.saved]
        self.saved = max([self.saved, *told])

    async def _come_back(self):
        while True:
            with suppress(OSError, asyncio.TimeoutError, Exception):
                self.typed_at = {}
                await self.browser.open()
                if self.browser.is_synced.is_set():
                    self.typed_at = {self.browser.sent: self.typed}
                    return
            await asyncio.sleep(0.1)

    async def finish(self):
        if self.browser.reading.done():
            await self._come_back()
        assert await until(lambda: self.browser.is_saved, within=30)


async def write_while(house, uid, happens):
    """Four write; what happens, happens; then all are back, agree, and the database says the same."""
    webs = len(house.webs)
    people = [(browser(house, uid, number, place % webs), letter) for place, (number, letter) in enumerate(WRITERS)]
    writers = [Writer(*person) for person in people]
    running = [asyncio.create_task(writer.run()) for writer in writers]
    assert await until(lambda: all(writer.typed > 10 for writer in writers), within=60)
    await happens(writers)
    enough = {writer: writer.typed + 10 for writer in writers}
    assert await until(lambda: all(writer.typed > enough[writer] for writer in writers), within=60)
    for writer in writers:
        writer.is_over = True
    await asyncio.wait_for(asyncio.gather(*running), 60)
    await asyncio.gather(*(writer.finish() for writer in writers))
    browsers = [writer.browser for writer in writers]
    assert await until(lambda: agree(*browsers), within=20)
    for writer in writers:
        assert "".join(browsers[0].words).count(writer.letter) == writer.typed > 20
    assert house.tell(f"words({uid!r})") == "\n\n".join(browsers[0].words) + "\n"
    for each in browsers:
        await each.close()


def safe_letters(writers):
    """What each was told is saved, as of now."""
    for writer in writers:
        writer._count()
    return {writer.letter: writer.saved for writer in writers}

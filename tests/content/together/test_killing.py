"""The web process is killed, or frozen, while four people type: what was shown as saved is there, and all converge."""

import asyncio
import os
import random
import signal
from contextlib import suppress

import pytest

from tests.content.together.browsers import agree, until
from tests.content.together.opening import LIN, SHEN, ZHOU, browser

WRITERS = ((ZHOU, "甲"), (LIN, "乙"), (SHEN, "丙"), ("QY20045", "丁"))


@pytest.fixture(scope="module")
def house(make_house):
    return make_house()


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
    writers = [Writer(browser(house, uid, number), letter) for number, letter in WRITERS]
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


@pytest.mark.promise("E5", "E6", "W7")
def test_killed_three_times_nothing_that_was_called_saved_is_missing(house, uid):
    async def happens(writers):
        for _ in range(3):
            await asyncio.sleep(random.uniform(0.3, 0.9))
            house.webs[0].process.send_signal(signal.SIGKILL)
            house.webs[0].process.wait()
            safe = safe_letters(writers)
            words = house.tell(f"words({uid!r})")
            assert all(words.count(letter) >= count for letter, count in safe.items())
            assert sum(safe.values()) > 0
            await asyncio.to_thread(house.webs[0].start)
            assert await until(lambda: all(not writer.browser.reading.done() for writer in writers), within=20)

    asyncio.run(write_while(house, uid, happens))


@pytest.mark.promise("E5")
def test_frozen_for_a_while_everything_arrives_when_it_thaws(house, uid):
    async def happens(writers):
        house.webs[0].pause()
        await asyncio.sleep(3)
        house.webs[0].resume()

    asyncio.run(write_while(house, uid, happens))


@pytest.mark.promise("E5")
def test_lines_that_are_cut_again_and_again_lose_nothing(house, uid):
    async def happens(writers):
        for _ in range(12):
            random.choice(writers).browser.cut()
            await asyncio.sleep(0.15)

    asyncio.run(write_while(house, uid, happens))


@pytest.mark.full
@pytest.mark.skipif(not os.environ.get("REDIS_URL"), reason="needs Redis and PostgreSQL")
@pytest.mark.promise("E5")
def test_when_the_database_drops_every_connection_again_and_again_nothing_is_lost(house, uid):
    """As a PostgreSQL that is started anew does."""
    cut = (
        "from django.db import connection as c\n"
        "c.cursor().execute('select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()')"
    )

    async def happens(writers):
        for _ in range(5):
            await asyncio.sleep(0.7)
            house.do(cut)

    asyncio.run(write_while(house, uid, happens))


@pytest.mark.full
@pytest.mark.skipif(not os.environ.get("REDIS_URL"), reason="needs Redis and PostgreSQL")
@pytest.mark.promise("E12")
def test_two_processes_converge_though_redis_drops_every_line(make_house):
    house = make_house(webs=2)
    uid = house.uid

    async def happens(writers):
        import redis

        there = redis.Redis.from_url(os.environ["REDIS_URL"])
        for _ in range(6):
            await asyncio.sleep(0.4)
            there.execute_command("CLIENT", "KILL", "TYPE", "pubsub")

    async def story():
        pairs = [(number, letter, place % 2) for place, (number, letter) in enumerate(WRITERS)]
        writers = [Writer(browser(house, uid, number, web), letter) for number, letter, web in pairs]
        running = [asyncio.create_task(writer.run()) for writer in writers]
        assert await until(lambda: all(writer.typed > 10 for writer in writers), within=60)
        await happens(writers)
        for writer in writers:
            writer.is_over = True
        await asyncio.gather(*running)
        await asyncio.gather(*(writer.finish() for writer in writers))
        browsers = [writer.browser for writer in writers]
        assert await until(lambda: agree(*browsers), within=20)
        for writer in writers:
            assert "".join(browsers[0].words).count(writer.letter) == writer.typed

    asyncio.run(story())

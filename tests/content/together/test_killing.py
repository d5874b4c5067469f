"""The web process is killed, or frozen, while four people type: what was shown as saved is there, and all converge."""

import asyncio
import os
import random
import signal

import pytest

from tests.content.together.browsers import until
from tests.content.together.typists import safe_letters, write_while


@pytest.fixture(scope="module")
def house(make_house):
    return make_house()


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

    async def happens(writers):
        import redis

        there = redis.Redis.from_url(os.environ["REDIS_URL"])
        for _ in range(6):
            await asyncio.sleep(0.4)
            there.execute_command("CLIENT", "KILL", "TYPE", "pubsub")

    asyncio.run(write_while(house, house.uid, happens))

"""PostgreSQL, Redis and the worker are killed, or frozen, while four people type in two web processes: what was shown
as saved is there, and all converge. All of them are the test's own."""

import asyncio
import os
import random
import signal
import time

import pytest
from django.db import connection

from tests.content.together.browsers import agree, until
from tests.content.together.servers import ARE_HERE, Postgres, Redis
from tests.content.together.typists import safe_letters, write_while
from tests.database import engine_of
from tests.jobs.house import WORKER

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not os.environ.get("REDIS_URL"), reason="needs Redis and PostgreSQL"),
    pytest.mark.skipif(not ARE_HERE, reason="needs Redis and PostgreSQL: their programs"),
]
FROZEN = 8  # seconds


@pytest.fixture(scope="module")
def servers():
    servers = Postgres().start(), Redis().start()
    yield servers
    for server in servers:
        server.close()


@pytest.fixture(scope="module")
def house(servers, make_house, django_db_blocker):
    postgres, redis = servers
    with django_db_blocker.unblock():
        template = engine_of(connection).template
    postgres.fill(f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{template}")
    return make_house(webs=2, DATABASE_URL=postgres.url, REDIS_URL=redis.url)


@pytest.fixture
def postgres(servers):
    return servers[0]


@pytest.fixture
def redis(servers):
    return servers[1]


@pytest.mark.promise("E5", "E6", "W7")
def test_postgresql_killed_again_and_again_has_all_that_was_called_saved(house, uid, postgres):
    async def happens(writers):
        for _ in range(3):
            await asyncio.sleep(random.uniform(0.3, 0.9))
            postgres.kill()
            await asyncio.sleep(0.3)  # answers that were on their way
            safe = safe_letters(writers)
            await asyncio.sleep(0.5)
            assert safe_letters(writers) == safe, "called saved by nobody"
            await asyncio.to_thread(postgres.start)
            house.do("from django.db import connections; connections.close_all()")
            words = house.tell(f"words({uid!r})")
            assert all(words.count(letter) >= count for letter, count in safe.items())
            assert sum(safe.values()) > 0
            assert await until(lambda: safe_letters(writers) != safe, within=20)  # noqa: B023  of this round

    asyncio.run(write_while(house, uid, happens))


@pytest.mark.promise("E5", "E6")
def test_while_postgresql_is_frozen_nothing_is_called_saved_and_all_arrives_when_it_thaws(house, uid, postgres):
    async def happens(writers):
        postgres.freeze()
        try:
            await asyncio.sleep(0.3)
            safe, typed = safe_letters(writers), [writer.typed for writer in writers]
            await asyncio.sleep(FROZEN)
            assert safe_letters(writers) == safe
            assert all(writer.typed > before + 50 for writer, before in zip(writers, typed, strict=True))
            assert await until(lambda: agree(writers[0].browser, writers[2].browser), within=2)  # in one process
        finally:
            postgres.thaw()

    asyncio.run(write_while(house, uid, happens))


@pytest.mark.promise("E12")
@pytest.mark.parametrize("end", ("kill", "freeze"))
def test_without_redis_both_processes_hear_of_each_other_from_the_database(house, uid, redis, end):
    async def happens(writers):
        """Everything goes on: saved, and shown in the other process within seconds."""
        getattr(redis, end)()
        try:
            await asyncio.sleep(1)
            for _ in range(3):
                safe = safe_letters(writers)
                seen = "".join(writers[0].browser.words).count(writers[1].letter)  # of the other process
                await asyncio.sleep(FROZEN / 4)
                assert all(count > safe[letter] for letter, count in safe_letters(writers).items())
                assert "".join(writers[0].browser.words).count(writers[1].letter) > seen
        finally:
            redis.thaw() if end == "freeze" else redis.start()

    asyncio.run(write_while(house, uid, happens))


WORK = "from jobs import due; p = page({uid!r}).pk; due('content.room', key=str(p), payload=dict(page=p), again=True)"
DONE = "__import__('jobs.models').models.Due.objects.filter(name='content.room', done_at__isnull=False).exists()"


@pytest.mark.promise("E5", "E20")
@pytest.mark.parametrize("end", ("kill", "freeze"))
def test_a_worker_that_is_stopped_while_it_makes_versions_takes_nothing_along(house, uid, end):
    revisions = f"page({uid!r}).revisions.count()"
    before = house.tell(revisions)
    workers = [house.begin(*WORKER)]

    async def happens(writers):
        for _ in range(2):
            made, until_when = house.tell(revisions), time.monotonic() + 20
            while house.tell(revisions) == made and time.monotonic() < until_when:
                house.do(WORK.format(uid=uid))
                await asyncio.sleep(0.2)
            house.do(WORK.format(uid=uid))
            await asyncio.sleep(random.uniform(0, 0.1))  # within the next one
            if end == "kill":
                os.killpg(workers[-1].pid, signal.SIGKILL)
                workers.append(house.begin(*WORKER))
            else:
                os.killpg(workers[-1].pid, signal.SIGSTOP)
                await asyncio.sleep(2)
                os.killpg(workers[-1].pid, signal.SIGCONT)

    asyncio.run(write_while(house, uid, happens))
    assert house.tell(revisions) >= before + 2
    house.do(WORK.format(uid=uid))
    latest = f"page({uid!r}).get_latest_revision_as_object().body == words({uid!r})"

    async def wait():
        assert await until(lambda: house.tell(latest), within=30)

    asyncio.run(wait())

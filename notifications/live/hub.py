"""All lines of this process: looked after every two seconds, and at once when somebody's numbers changed."""

import asyncio
import logging

from django.conf import settings

from notifications.live import numbers, waking
from notifications.live.numbers import Numbers
from org.sockets import codes
from org.sockets.threads import Threads

EVERY = 2  # seconds: what another process changed, and who signed out
MOST = 4_000  # lines; whoever comes then asks by polling
MOST_EACH = 20  # of one person
PAUSE = 2  # seconds until Redis is tried again

logger = logging.getLogger("hzh.live")


class Hub:
    current: "Hub | None" = None

    def __init__(self):
        self.lines, self.count = {}, 0  # by person
        self.threads = Threads(1, "bell")
        self._loop, self._changed = asyncio.get_running_loop(), asyncio.Event()
        self._wanted, self._newest, self._is_troubled = set(), None, False
        waking.listen(self.wake)
        works = [self._keep_looking()] + ([self._hear_others()] if settings.REDIS_URL else [])
        self._tasks = [self._loop.create_task(work) for work in works]

    @classmethod
    def here(cls):
        """That of this process, begun with the first one who comes."""
        if cls.current is None:
            cls.current = cls()
        return cls.current

    # ── Coming and going ──

    def has_room_for(self, person):
        return self.count < MOST and len(self.lines.get(person, ())) < MOST_EACH

    def join(self, line, newest):
        self._newest = newest if self._newest is None else self._newest
        self.lines.setdefault(line.person, set()).add(line)
        self.count += 1
        line.tell()

    def leave(self, line):
        theirs = self.lines[line.person]
        theirs.discard(line)
        self.count -= 1
        if not theirs:
            del self.lines[line.person]

    # ── What changed ──

    def wake(self, people):
        """From any thread. None: everybody."""
        self._loop.call_soon_threadsafe(self._want, people)

    def _want(self, people):
        here = self.lines.keys() if people is None else people & self.lines.keys()
        if here:
            self._wanted |= here
            self._changed.set()

    async def _keep_looking(self):
        while True:
            try:
                await asyncio.wait_for(self._changed.wait(), EVERY)
                people, self._wanted = self._wanted, set()
            except TimeoutError:
                people = self.lines.keys()
            self._changed.clear()
            try:
                await self._look([line for person in people for line in self.lines.get(person, ())])
                self._is_troubled = False
            except Exception:
                if not self._is_troubled:
                    logger.exception("Nobody could be told how many notices wait.")
                self._is_troubled = True
                await asyncio.sleep(EVERY)

    async def _look(self, lines):
        if not lines:
            self._newest = None
            return
        seen = await self.threads(numbers.look, [line.session for line in lines], self._newest)
        if len(lines) == self.count:  # a look at some must not pass over the news of others
            self._newest = seen.newest
        for line in lines:
            if line.session in seen.sessions:
                latest = seen.latest.get(line.person) or line.numbers.latest
                line.tell(Numbers(*seen.sessions[line.session], latest))
            else:
                line.close(codes.SIGN_IN)

    async def _hear_others(self):
        import redis.asyncio
        from redis.exceptions import RedisError

        other = redis.asyncio.from_url(settings.REDIS_URL, socket_connect_timeout=2, socket_keepalive=True)
        while True:
            try:
                async with other.pubsub(ignore_subscribe_messages=True) as heard:
                    await heard.subscribe(waking.CHANNEL)
                    async for message in heard.listen():
                        self._want(waking.unpacked(message["data"]))
            except (TimeoutError, OSError, RedisError):
                await asyncio.sleep(PAUSE)

    # ── The end ──

    async def shut_down(self):
        Hub.current = None
        waking.ignore(self.wake)
        for line in [line for theirs in self.lines.values() for line in theirs]:
            line.close(codes.RESTART)
        for task in self._tasks:
            task.cancel()
        await self.threads.close()

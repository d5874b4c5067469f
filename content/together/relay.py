"""Other processes hear at once what happens in a room, where there is Redis. What it drops the database still has."""

import asyncio
import logging
import secrets

from content.together.room import Broken
from content.together.wire import Malformed

KINDS = {"update": b"u", "cursor": b"c", "hello": b"h"}
MOST_WAITING = 2_000  # messages while Redis is away; then they are dropped
PAUSE = 2  # seconds until it is tried again

logger = logging.getLogger("hzh.together")


class Relay:
    """One line out and one line in for all rooms; a room's channel bears its epoch."""

    def __init__(self, url, rooms):
        import redis.asyncio

        self.redis = redis.asyncio.from_url(url, socket_connect_timeout=2, socket_keepalive=True)
        self.rooms = rooms
        self.me = secrets.token_bytes(8)
        self._channels = {}
        self._out = asyncio.Queue(MOST_WAITING)
        self._pubsub = None
        self._is_troubled = False

    async def run(self):
        self.rooms.start(self._send())
        while True:
            try:
                await self._listen()
            except (TimeoutError, OSError, _redis_error()) as error:
                self._complain(error)
                await asyncio.sleep(PAUSE)

    async def _listen(self):
        async with self.redis.pubsub(ignore_subscribe_messages=True) as self._pubsub:
            await self._pubsub.subscribe(self.me, *self._channels)
            self._is_troubled = False
            for room in list(self._channels.values()):
                self._greet(room)
            async for message in self._pubsub.listen():
                if room := self._channels.get(message["channel"]):
                    self._take_in(room, message["data"])

    def _take_in(self, room, message):
        sender, kind, data = message[:8], message[8:9], message[9:]
        if sender == self.me:
            return
        try:
            if kind == KINDS["update"]:
                room.borrowed.hear(data)
            elif kind == KINDS["cursor"]:
                room.cursors.take_in(data)
            else:
                for entry in room.cursors.own():
                    self.tell(room, "cursor", entry)
        except Malformed:
            logger.warning("An odd message came through Redis.")
        except Broken:
            self.rooms.mend(room)

    # ── Out ──

    def tell(self, room, kind, data):
        if not self._out.full():
            self._out.put_nowait((_channel(room), self.me + KINDS[kind] + data))

    def _greet(self, room):
        self.tell(room, "hello", b"")

    async def _send(self):
        while True:
            waiting = [await self._out.get()]
            while not self._out.empty() and len(waiting) < 200:
                waiting.append(self._out.get_nowait())
            try:
                async with self.redis.pipeline(transaction=False) as pipe:
                    for channel, message in waiting:
                        pipe.publish(channel, message)
                    await pipe.execute()
            except (TimeoutError, OSError, _redis_error()) as error:
                self._complain(error)
                await asyncio.sleep(PAUSE)

    def open(self, room):
        self._channels[_channel(room)] = room
        self.rooms.start(self._subscribe(room))

    def close(self, room):
        self._channels.pop(_channel(room), None)
        self.rooms.start(self._unsubscribe(room))

    async def _subscribe(self, room):
        if self._pubsub:
            try:
                await self._pubsub.subscribe(_channel(room))
                self._greet(room)
            except (TimeoutError, OSError, _redis_error()) as error:
                self._complain(error)

    async def _unsubscribe(self, room):
        if self._pubsub and _channel(room) not in self._channels:
            try:
                await self._pubsub.unsubscribe(_channel(room))
            except (TimeoutError, OSError, _redis_error()) as error:
                self._complain(error)

    def _complain(self, error):
        if not self._is_troubled:
            logger.warning("Redis is away (%s): rooms hear of other processes from the database.", error)
        self._is_troubled = True

    async def end(self):
        await self.redis.aclose()


def _channel(room):
    return b"hzh:room:" + room.epoch.hex.encode()


def _redis_error():
    from redis.exceptions import RedisError

    return RedisError

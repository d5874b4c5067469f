"""Writes down what is new in all rooms of the process: one transaction every 200 ms, in a thread of its own."""

import asyncio
import logging

from django.utils import timezone

from content.together import states, store
from org.sockets.threads import Threads

EVERY = 0.2  # seconds
PAUSE = 1  # second, when the database is away

logger = logging.getLogger("hzh.together")


class Scribe:
    def __init__(self, on_written, on_gone):
        self.on_written, self.on_gone = on_written, on_gone
        self.threads = Threads(1, "scribe")
        self._waiting = set()
        self._wake = asyncio.Event()
        self._one = asyncio.Lock()
        self._is_troubled = False

    def note(self, room):
        self._waiting.add(room)
        self._wake.set()

    async def run(self):
        while True:
            await self._wake.wait()
            await asyncio.sleep(EVERY)
            try:
                is_written = await self.write()
            except Exception:
                is_written = False
                logger.exception("The scribe stumbled.")
            if not is_written:
                await asyncio.sleep(PAUSE)

    async def write(self) -> bool:
        """Everything that waits is committed, and its writers know; False while the database is away."""
        async with self._one:
            self._wake.clear()
            rooms, self._waiting = self._waiting, set()
            taken = {room: room.take_fresh() for room in rooms}
            batch = {room.doc_id: (room.epoch, fresh) for room, (fresh, _heard) in taken.items() if fresh}
            try:
                written = await self.threads(_write, batch) if batch else {}
            except Exception:
                self._put_back(taken)
                return False
            self._is_troubled = False
            at = timezone.now().isoformat()
            for room, (fresh, heard) in taken.items():
                self._tell(room, fresh, heard, written, at)
            return True

    def _put_back(self, taken):
        if not self._is_troubled:
            logger.exception("What was written in %s rooms waits: the database does not take it.", len(taken))
        self._is_troubled = True
        for room, (fresh, _heard) in taken.items():
            room.fresh[:0] = fresh
            room.unwritten += sum(len(data) for _user, data in fresh)
            self.note(room)

    def _tell(self, room, fresh, heard, written, at):
        if fresh and written[room.doc_id] is None:
            self.on_gone(room)
            return
        for connection, count in heard:
            connection.is_safe(count, at)
        if fresh:
            self.on_written(room, written[room.doc_id], sum(len(data) for _user, data in fresh))

    async def close(self):
        await self.write()
        await self.threads.close()


def _write(batch):
    return store.append_all({doc_id: (epoch, _by_person(fresh)) for doc_id, (epoch, fresh) in batch.items()})


def _by_person(fresh):
    """One update a person, in the order of who wrote first."""
    parts = {}
    for user, data in fresh:
        parts.setdefault(user, []).append(data)
    return [(user, states.joined(*data)) for user, data in parts.items()]

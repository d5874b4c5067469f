"""All rooms this process has open, on its one loop: who comes and leaves, and what other processes wrote."""

import asyncio
import logging
import time
from contextlib import suppress

from django.conf import settings

from content.together import codes, keeping, states, store
from content.together.room import Broken, Room
from content.together.scribe import Scribe
from content.together.watch import Watch
from content.together.wire import Malformed
from org.sockets.threads import Threads

GRACE = 5  # seconds after the last one has left: a page that is loaded anew comes back
LOOK_EVERY = 1  # second, for what other processes wrote
QUIET = 60  # seconds after which an open room's log is made short
REVISE_EVERY = 600  # seconds of writing

logger = logging.getLogger("hzh.together")


class Rooms:
    current: "Rooms | None" = None

    def __init__(self):
        self.open: dict[int, Room] = {}  # by page
        self._opening: dict[int, asyncio.Task] = {}
        self._tasks: set[asyncio.Task] = set()
        self._short: set[Room] = set()  # being made short
        self.readers = Threads(2, "rooms")
        self.keepers = Threads(1, "keeper")
        self.scribe = Scribe(self._written, self.begin_again)
        self.relay = None
        if settings.REDIS_URL:
            from content.together.relay import Relay

            self.relay = Relay(settings.REDIS_URL, self)
        self.watch = Watch(self)
        for work in (self.scribe.run, self._look, self.watch.run, *([self.relay.run] if self.relay else [])):
            self.start(work())

    @classmethod
    def here(cls):
        """Those of this process, begun with the first one who comes."""
        if cls.current is None:
            cls.current = cls()
        return cls.current

    def start(self, work):
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            logger.error("Work in the rooms failed.", exc_info=task.exception())

    # ── Coming and going ──

    async def join(self, connection, admission) -> Room | None:
        """Into the room, or closed with the reason."""
        room = None
        while room is None:
            room = self.open.get(admission.page_id) or await self._opened(admission)
            if self.open.get(admission.page_id) is not room:
                room = None
        if room.epoch != admission.epoch:
            connection.close(codes.EPOCH)
        elif room.is_full:
            connection.close(codes.FULL)
        else:
            room.join(connection)
            return room
        return None

    async def _opened(self, admission):
        page_id = admission.page_id
        if page_id not in self._opening:
            task = self._opening[page_id] = self.start(self._open(page_id, admission.doc_id))
            task.add_done_callback(lambda _task: self._opening.pop(page_id, None))
        return await asyncio.shield(self._opening[page_id])

    async def _open(self, page_id, doc_id):
        whole = await self.readers(store.whole, doc_id)
        room = Room(page_id, doc_id, whole.epoch, whole.state, whole.seq)
        room.revision = whole.revision
        room.on_news = self.scribe.note
        if self.relay:
            room.on_relay = self.relay.tell
            self.relay.open(room)
        self.open[page_id] = room
        return room

    def leave(self, room, connection):
        room.leave(connection)
        if not room.connections:
            self.start(self._close_later(room))

    async def _close_later(self, room):
        await asyncio.sleep(GRACE)
        if room.connections or self.open.get(room.page_id) is not room:
            return
        await self.scribe.write()
        if room.connections or room.fresh:  # somebody came back, or the database is away
            if not room.connections:
                self.start(self._close_later(room))
            return
        self._forget(room)
        await self.keepers(keeping.settle, room.page_id, room.doc_id, room.epoch, room.doc.get_update())

    def _forget(self, room):
        if self.open.get(room.page_id) is room:
            del self.open[room.page_id]
            if self.relay:
                self.relay.close(room)

    def begin_again(self, room):
        """The document is another by now: everybody must load it anew."""
        self._forget(room)
        room.fresh.clear()
        room.close(codes.EPOCH)

    def mend(self, room):
        """What is in memory cannot be trusted: everybody comes back to what the database says, proved first."""
        logger.error("The room of page %s broke and is opened anew.", room.page_id)
        self._forget(room)
        room.close(codes.TROUBLE)
        self.start(self.keepers(keeping.shorten, room.doc_id, room.epoch))

    # ── What is written ──

    def _written(self, room, numbers, size):
        if not room.note_written(numbers.first, numbers.last, size):
            self.start(self._fetch(room))
        if room.logged >= store.LONGEST_LOG or room.logged_bytes >= store.LARGEST_LOG:
            self.shorten(room)

    def shorten(self, room):
        if room not in self._short:
            self._short.add(room)
            self.start(self._shorten(room))

    async def _shorten(self, room):
        room.logged = room.logged_bytes = 0
        try:
            await self.keepers(keeping.shorten, room.doc_id, room.epoch, room.doc.get_update())
        finally:
            self._short.discard(room)

    async def _look(self):
        """What other processes wrote, revised or renewed. One query a second for all rooms."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            rooms = list(self.open.values())
            if not rooms:
                continue
            with suppress(Exception):
                heads = await self.readers(store.heads, [room.doc_id for room in rooms])
                for room in rooms:
                    if self.open.get(room.page_id) is room:
                        await self._compare(room, heads.get(room.doc_id))

    async def _compare(self, room, head):
        if head is None and not await self.readers(keeping.is_there, room.page_id):
            self._forget(room)
            room.close(codes.GONE)
            return
        if head is None or head.epoch != room.epoch:
            self.begin_again(room)
            return
        if head.seq > room.seq:
            await self._fetch(room)
        if head.revision != room.revision:
            room.revision, room.was_written, room.revised_at = head.revision, False, time.monotonic()
            if told := await self.readers(keeping.revision_facts, head.revision):
                room.tell("revision", **told)
        if head.talks != room.talks:
            is_first, room.talks = room.talks is None, head.talks
            if not is_first:
                room.tell("talk")
        room.cursors.forget_lost()
        room.borrowed.forget(QUIET)
        self._tend(room)

    def _tend(self, room):
        now = time.monotonic()
        last = max((each.spoke_at for each in room.connections), default=now)
        if room.logged and now - last > QUIET:
            self.shorten(room)
        if room.was_written and now - room.revised_at > REVISE_EVERY:
            room.revised_at = now
            self.start(self.keepers(keeping.revise, room.page_id))

    async def _fetch(self, room):
        """What others wrote since; the whole where a part of it was taken into the state meanwhile."""
        rows = await self.readers(store.updates_after, room.doc_id, room.seq)
        updates, seq = [row.data for row in rows], rows[-1].seq if rows else 0
        if not rows or rows[0].seq > room.seq + 1:
            whole = await self.readers(store.whole, room.doc_id)
            updates, seq = [whole.state], whole.seq
            if whole.epoch != room.epoch:
                self.begin_again(room)
                return
        try:
            room.take_in(states.joined(*updates))
            room.borrowed.take_early()
            room.logged += len(rows)
            room.seq = max(room.seq, seq)
        except (Malformed, Broken):
            self.mend(room)

    # ── The end ──

    async def shut_down(self):
        """Everything is written down; those who are still here come back to the next process."""
        Rooms.current = None
        for room in self.open.values():
            room.close(codes.RESTART)
        await self.scribe.close()
        for task in list(self._tasks):
            task.cancel()
        await self.readers.close()
        await self.keepers.close()
        if self.relay:
            await self.relay.end()

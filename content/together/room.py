"""One page being written, as this process holds it: a document, the browsers, their cursors. Lives on one loop.

Knows no database: what is new goes into `fresh` and is written down by the scribe.
"""

import time

from pycrdt import Doc, merge_updates

from content.together import codes, states, wire
from content.together.borrowing import Borrowed, lend
from content.together.connection import Connection
from content.together.cursors import Cursors
from content.together.wire import Kind, Malformed

MOST_PEOPLE = 50  # browsers in a room
MOST_UNWRITTEN = 16 * 1024 * 1024  # bytes; the database is away, the browsers keep their text themselves


class Broken(Exception):
    """The document cannot be trusted any more."""


class Room:
    def __init__(self, page_id, doc_id, epoch, state: bytes, seq: int):
        self.page_id, self.doc_id, self.epoch = page_id, doc_id, epoch
        self.connections: set[Connection] = set()
        self.fresh: list[tuple[int | None, bytes]] = []  # what is not written down yet
        self.unwritten = 0  # bytes of it
        self.seq = seq  # everything up to this number is in the document
        self.logged, self.logged_bytes = 0, 0  # in the log since it was last made short, as far as known
        self.revision = None  # the latest, when it was last looked at
        self.talks = None  # how much was said about the page, when it was last looked at
        self.revised_at = time.monotonic()
        self.was_written = False  # since the last revision
        self.on_news = lambda room: None  # something waits for the scribe
        self.on_relay = lambda room, kind, data: None  # other processes should hear it
        self._new: list[bytes] = []
        self.doc = Doc()
        self.doc.apply_update(state)
        self.doc.observe(lambda event: self._new.append(event.update))
        self.cursors = Cursors(self)
        self.borrowed = Borrowed(self)

    # ── Coming and going ──

    def join(self, connection):
        self.connections.add(connection)
        connection.color = self._color_for(connection.person)
        connection.tell_standing()
        connection.send(wire.step1(self.doc.get_state()))
        self.cursors.show_all(connection)

    def leave(self, connection):
        self.connections.discard(connection)
        self.cursors.forget(connection)

    def close(self, code, why=""):
        for connection in list(self.connections):
            connection.close(code, why)

    @property
    def is_full(self):
        return len(self.connections) >= MOST_PEOPLE

    def _color_for(self, person):
        """The same for all one's windows; nobody else's while there are enough."""
        taken = {each.person.pk: each.color for each in self.connections if each.person.pk != person.pk}
        mine = next((each.color for each in self.connections if each.person.pk == person.pk and each.client), None)
        if mine:
            return mine
        wishes = [(person.pk + step) % 6 + 1 for step in range(6)]
        return next((color for color in wishes if color not in taken.values()), wishes[0])

    # ── Hearing ──

    def hear(self, connection, frame: bytes):
        """Raises Malformed for what no browser of ours says, Broken when the document did not survive it."""
        message = wire.read(frame)
        if message.kind is Kind.STEP1:
            connection.send(wire.step2(self._what_lacks(message.body)))
        elif message.kind is Kind.AWARENESS:
            self.cursors.hear(connection, message.body)
        elif message.kind is Kind.QUERY:
            self.cursors.show_all(connection)
        else:
            self._take(connection, message)

    def _what_lacks(self, state_vector):
        try:
            return self.doc.get_update(state_vector)
        except Exception as error:
            raise Malformed("no state vector") from error

    def _take(self, connection, message):
        connection.heard += 1
        if not connection.may_edit:
            connection.is_withheld = True
            if message.kind is Kind.UPDATE or self._has_news(message.body):
                connection.refuse()
            return
        seen = self.doc.get_state()
        new = self._apply(message.body)
        if message.kind is Kind.STEP2:
            connection.is_withheld = False
        if new:
            self.was_written = True
            self._spread(new, but=connection)
            self.on_relay(self, "update", lend(seen, new))
            self.fresh.append((connection.person.pk, new))
            self.unwritten += len(new)
            if self.unwritten > MOST_UNWRITTEN:
                self.close(codes.TROUBLE)
        self.on_news(self)

    def _has_news(self, update):
        """Whether it would change the document; browsers say again what is deleted each time they come."""
        try:
            return states.lacks(self.doc.get_state(), update)
        except ValueError as error:
            raise Malformed("no update") from error

    def take_in(self, update: bytes) -> bytes:
        """What was written elsewhere, and is written down there. Answers what of it was new."""
        new = self._apply(update)
        if new:
            self._spread(new)
        return new

    def _apply(self, update):
        """What the update brought that was not known: it is all that others need to hear."""
        self._new.clear()
        if update == wire.NOTHING_NEW:
            return b""
        try:
            self.doc.apply_update(update)
        except Exception as error:
            raise Malformed("no update") from error
        except BaseException as error:
            if type(error).__name__ == "PanicException":
                raise Broken from error
            raise
        new = [each for each in self._new if each != wire.NOTHING_NEW]
        self._new.clear()
        return merge_updates(*new) if len(new) > 1 else b"".join(new)

    def _spread(self, update, but=None):
        frame = wire.update(update)
        for connection in self.connections:
            if connection is not but:
                connection.send(frame)

    # ── For the scribe ──

    def take_fresh(self):
        """What waits to be written down, and how much each browser has said by then."""
        fresh, self.fresh, self.unwritten = self.fresh, [], 0
        if fresh:
            fresh[:0] = self.borrowed.take_along()
        return fresh, [(connection, connection.heard) for connection in self.connections]

    def note_written(self, first, last, size):
        """True when nobody else wrote in between; else what they wrote must be fetched."""
        self.logged += last - first + 1
        self.logged_bytes += size
        if first == self.seq + 1:
            self.seq = last
            return True
        return last < first

    def tell(self, type, **said):
        for connection in self.connections:
            connection.tell(type, **said)

    def ask_again(self, connection):
        """It may write again: it shall send what was dropped meanwhile."""
        connection.send(wire.step1(self.doc.get_state()))

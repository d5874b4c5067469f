"""What other processes say of a room before they have written it down.

It is shown at once, and written down here, too, with what is written on top of it: a process may die within the blink
between, and a letter whose neighbour is nowhere would be shown to nobody, nor would any that follow it.

Redis may lose a part of it. What builds on something that is not here waits until the log has brought that: the
library would keep it in mind itself, and loses some of it.
"""

import time

from content.together import states, wire

MOST_EARLY = 100  # messages that wait for one before them; the log has all of them


class Borrowed:
    def __init__(self, room):
        self.room = room
        self.unwritten: list[tuple[float, bytes]] = []  # since when, and what
        self.early: list[tuple[bytes, bytes]] = []  # what the other process had seen before, and what it says

    def hear(self, said: bytes):
        """Raises Malformed, and Broken as a room does."""
        reader = wire.Reader(said)
        seen, update = reader.bytes(), reader.bytes()
        self.early = [*self.early[-MOST_EARLY:], (seen, update)]
        self.take_early()

    def take_early(self):
        """Whatever may come now, and what may come after that."""
        is_moving = True
        while is_moving and self.early:
            waiting, self.early = self.early, []
            for seen, update in waiting:
                if not states.covers(self.room.doc.get_state(), seen):
                    self.early.append((seen, update))
                elif new := self.room.take_in(update):
                    self.unwritten.append((time.monotonic(), new))
            is_moving = len(self.early) < len(waiting)

    def take_along(self) -> list[tuple[None, bytes]]:
        """What must be written down with what was written here: by nobody, for the other process says who."""
        taken, self.unwritten = self.unwritten, []
        return [(None, update) for _at, update in taken]

    def forget(self, seconds):
        """What is older is in the log by now."""
        oldest = time.monotonic() - seconds
        self.unwritten = [(at, update) for at, update in self.unwritten if at > oldest]


def lend(seen: bytes, update: bytes) -> bytes:
    """For other processes: with the state vector of what it builds on."""
    return wire.sized(seen) + wire.sized(update)

"""Where everybody's cursor is in a room. The browser says where, the server says who.

Names, uids and colours are the session's; a browser speaks for its own number only. Spread at most every 60 ms.
"""

import asyncio
import time

from content.together import wire
from content.together.wire import Malformed

EVERY = 0.06  # seconds
LOST_AFTER = 45  # seconds


class Shown:
    """One cursor: its owner here, or nobody where it was shown by another process."""

    def __init__(self, owner, state, clock):
        self.owner, self.state, self.clock = owner, state, clock


class Cursors:
    def __init__(self, room):
        self.room = room
        self.shown: dict[int, Shown] = {}
        self._clocks: dict[int, int] = {}  # of those who left, so that their coming back is news
        self._changed: set[int] = set()
        self._timer = None

    def hear(self, connection, states):
        """What a browser says of others is an echo, and dropped."""
        for state in states:
            if connection.client is None and state.json != "null":
                self._claim(connection, state.client)
            if state.client == connection.client:
                self._set(state.client, connection, wire.state_in(state.json))

    def _claim(self, connection, client):
        """The number is free, or its owner is the same person whose line broke."""
        held = self.shown.get(client)
        if held is None or (held.owner and held.owner.person.pk == connection.person.pk):
            connection.client = client
            if held:
                held.owner.client = None
        elif held.owner:
            raise Malformed("somebody else's number")
        else:
            connection.client = client  # shown by another process until its line broke

    def _set(self, client, connection, state):
        if state is not None:
            person = connection.person
            state["user"] = {
                "uid": person.uid,
                "name": person.name,
                "position": person.position,
                "color": connection.color,
            }
        self._show(client, connection, state)
        self.room.on_relay(self.room, "cursor", wire.entry(client, self.shown_clock(client), state))

    def _show(self, client, owner, state, clock=0):
        """A clock of the server's own: browsers that come back begin with numbers the others have seen already."""
        clock = clock or max(self.shown_clock(client) + 1, int(time.time() * 1000))
        if state is None:
            self.shown.pop(client, None)
            self._clocks[client] = clock
        else:
            self._clocks.pop(client, None)
            self.shown[client] = Shown(owner, state, clock)
        self._changed.add(client)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(EVERY, self._spread)

    def shown_clock(self, client):
        return self.shown[client].clock if client in self.shown else self._clocks.get(client, 0)

    def take_in(self, entry: bytes):
        """A cursor from another process."""
        reader = wire.Reader(entry)
        client, clock, state = reader.number(), reader.number(), wire.state_in(reader.string())
        held = self.shown.get(client)
        if clock > self.shown_clock(client) and not (held and held.owner):
            self._show(client, None, state, clock)

    def forget(self, connection):
        held = self.shown.get(connection.client)
        if held and held.owner is connection:
            self._set(connection.client, connection, None)

    def forget_lost(self):
        """Those of a process that says nothing of them any more: browsers speak up every 15 seconds."""
        oldest = (time.time() - LOST_AFTER) * 1000
        lost = [client for client, held in self.shown.items() if held.owner is None and held.clock < oldest]
        for client in lost:
            self._show(client, None, None)

    def own(self):
        """The entries of the browsers that are connected here."""
        return [self._entry(client) for client, held in self.shown.items() if held.owner]

    def _entry(self, client):
        held = self.shown.get(client)
        return wire.entry(client, self.shown_clock(client), held.state if held else None)

    def _spread(self):
        self._timer = None
        entries = {client: self._entry(client) for client in self._changed}
        self._changed.clear()
        whole = wire.awareness(list(entries.values()))
        for connection in self.room.connections:
            if connection.client not in entries:
                connection.send(whole)
            elif len(entries) > 1:  # its own cursor is ahead of what it told us
                others = [entry for client, entry in entries.items() if client != connection.client]
                connection.send(wire.awareness(others))
        if len(self._clocks) > 500:
            self._clocks.clear()

    def show_all(self, connection):
        entries = [self._entry(client) for client in self.shown if client != connection.client]
        if entries:
            connection.send(wire.awareness(entries))

"""What goes over the socket: frames of the Yjs protocols, and notices of ours. Pure bytes; what is odd is Malformed.

pycrdt's own encoder counts characters where the protocol counts bytes: a Chinese name broke every browser in the room.
"""

import json
from enum import Enum
from typing import NamedTuple

SYNC, AWARENESS, QUERY, NOTICE = 0, 1, 3, 8
MOST_STATES = 200  # entries of one awareness message
LONGEST_STATE = 4096  # bytes of one person's cursor and what goes with it
LARGEST_NUMBER = 2**53 - 1  # JavaScript's
NOTHING_NEW = b"\x00\x00"  # an update without content


class Malformed(ValueError):
    """No browser of ours sends this."""


class Kind(Enum):
    STEP1, STEP2, UPDATE, AWARENESS, QUERY = range(5)


class State(NamedTuple):
    """What one browser says of itself: where its cursor is."""

    client: int
    clock: int
    json: str


class Message(NamedTuple):
    kind: Kind
    body: bytes | list[State]


_SYNC_KINDS = {0: Kind.STEP1, 1: Kind.STEP2, 2: Kind.UPDATE}


def read(frame: bytes) -> Message:
    """The message in a frame. Raises Malformed."""
    reader = Reader(frame)
    kind = reader.number()
    if kind == SYNC:
        step = reader.number()
        if step not in _SYNC_KINDS:
            raise Malformed("unknown step")
        message = Message(_SYNC_KINDS[step], reader.bytes())
    elif kind == AWARENESS:
        message = Message(Kind.AWARENESS, _states(Reader(reader.bytes())))
    elif kind == QUERY:
        message = Message(Kind.QUERY, b"")
    else:
        raise Malformed("unknown kind")
    reader.end()
    return message


def _states(reader):
    count = reader.number()
    if count > MOST_STATES:
        raise Malformed("too many states")
    states = [State(reader.number(), reader.number(), reader.string()) for _ in range(count)]
    reader.end()
    return states


def state_in(text: str) -> dict | None:
    """What a browser says of itself; None when it leaves. Raises Malformed."""
    if len(text) > LONGEST_STATE:
        raise Malformed("state too long")
    try:
        said = json.loads(text, parse_constant=_refuse)
        json.dumps(said, allow_nan=False)  # 1e999 reads as infinity
    except (ValueError, RecursionError) as error:
        raise Malformed("no JSON") from error
    if said is not None and not isinstance(said, dict):
        raise Malformed("no state")
    return said


def _refuse(word):
    raise Malformed(word)


# ── Writing ──


def step1(state_vector: bytes) -> bytes:
    return b"\x00\x00" + sized(state_vector)


def step2(update: bytes) -> bytes:
    return b"\x00\x01" + sized(update)


def update(data: bytes) -> bytes:
    return b"\x00\x02" + sized(data)


def awareness(entries: list[bytes]) -> bytes:
    """A message of entries made with `entry`."""
    return b"\x01" + sized(number(len(entries)) + b"".join(entries))


def entry(client: int, clock: int, state: dict | None) -> bytes:
    return number(client) + number(clock) + sized(_json(state))


def notice(type: str, **said) -> bytes:
    return bytes([NOTICE]) + sized(_json({"type": type, **said}))


def read_notice(frame: bytes) -> dict:
    """For tests and measurements; the browser reads them by itself."""
    reader = Reader(frame)
    if reader.number() != NOTICE:
        raise Malformed("no notice")
    return json.loads(reader.string())


def _json(value) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def sized(data: bytes) -> bytes:
    return number(len(data)) + data


def number(value: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    made = bytearray()
    while value > 127:
        made.append(128 | value & 127)
        value >>= 7
    made.append(value)
    return bytes(made)


class Reader:
    """Numbers, bytes and strings of lib0, one after the other."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            if self.at >= len(self.data):
                raise Malformed("ends within a number")
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            if value > LARGEST_NUMBER:
                raise Malformed("number too large")
            if byte < 128:
                return value
            shift += 7
            if shift > 49:
                raise Malformed("number too long")

    def bytes(self) -> bytes:
        size = self.number()
        start, self.at = self.at, self.at + size
        if self.at > len(self.data):
            raise Malformed("shorter than it says")
        return self.data[start : self.at]

    def string(self) -> str:
        try:
            return self.bytes().decode()
        except UnicodeDecodeError as error:
            raise Malformed("no UTF-8") from error

    def end(self):
        if self.at != len(self.data):
            raise Malformed("more than it says")

"""Frames: ours are read as written, all others are one error."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.together import wire
from content.together.wire import Kind, Malformed, State

SAMPLES = [
    wire.step1(b"\x00"),
    wire.step2(b"\x00\x00"),
    wire.update(b"\x01\x02\x03" * 50),
    wire.awareness([wire.entry(7, 1, {"user": {"name": "林小满"}}), wire.entry(2**40, 3, None)]),
    b"\x03",
]


def test_what_is_written_is_read():
    messages = [wire.read(frame) for frame in SAMPLES]

    assert [message.kind for message in messages] == [
        Kind.STEP1,
        Kind.STEP2,
        Kind.UPDATE,
        Kind.AWARENESS,
        Kind.QUERY,
    ]
    assert messages[2].body == b"\x01\x02\x03" * 50
    assert [state[:2] for state in messages[3].body] == [(7, 1), (2**40, 3)]
    assert wire.state_in(messages[3].body[0].json) == {"user": {"name": "林小满"}}
    assert wire.state_in(messages[3].body[1].json) is None


def test_a_notice_is_ascii_so_that_characters_and_bytes_are_as_many():
    frame = wire.notice("state", may="read", why="林小满 🩺")

    assert frame.isascii()
    assert wire.read_notice(frame) == {"type": "state", "may": "read", "why": "林小满 🩺"}


@given(st.integers(0, wire.LARGEST_NUMBER))
def test_numbers_come_back(value):
    assert wire.Reader(wire.number(value)).number() == value


@pytest.mark.parametrize(
    "frame",
    (
        b"",
        b"\x02",
        b"\x08\x00",
        b"\x00",
        b"\x00\x03\x00",
        b"\x00\x02\x05abc",
        b"\x00\x02\x01ab",
        b"\x00\x02" + b"\xff" * 20,
        b"\x00\x02\x80\x80\x80\x80\x80\x80\x80\x80\x01",
        b"\x01\x02\xff\xff",
        b"\x01\x05\x01\x07\x01\x01\xff",
        b"\x03\x00",
        wire.awareness([wire.entry(1, 1, None)] * 201),
        wire.awareness([wire.entry(2**53, 1, None)]),
    ),
)
def test_what_is_odd_is_malformed(frame):
    with pytest.raises(Malformed):
        wire.read(frame)


@pytest.mark.parametrize(
    "text", ("", "{", "[]", "1", '"a"', '{"a": NaN}', '{"a": 1e999}', "[" * 4000, '{"a": "' + "x" * 4096 + '"}')
)
def test_what_is_no_state_is_malformed(text):
    with pytest.raises(Malformed):
        wire.state_in(text)


@pytest.mark.promise("E16")
def test_thirty_thousand_random_and_spoiled_frames_raise_nothing_else():
    chance, refused = random.Random(6), 0
    for _ in range(30_000):
        frame = _odd_frame(chance)
        try:
            message = wire.read(frame)
            for state in message.body if message.kind is Kind.AWARENESS else ():
                assert isinstance(state, State)
                json.dumps(wire.state_in(state.json), allow_nan=False)
        except Malformed:
            refused += 1

    assert refused > 20_000


def _odd_frame(chance):
    if chance.random() < 0.4:
        return chance.randbytes(chance.randrange(60))
    frame = bytearray(chance.choice(SAMPLES))
    for _ in range(chance.randrange(1, 5)):
        frame[chance.randrange(len(frame))] = chance.randrange(256)
    return bytes(frame[: chance.randrange(1, len(frame) + 1)] if chance.random() < 0.5 else frame)

"""What no browser of ours would send ends its own connection; the room and its text stay whole."""

import asyncio
import random
import uuid

import pytest
from pycrdt import XmlFragment

from content.text.tree import markdown_of
from content.together import states, wire
from content.together.connection import AT_ONCE, LARGEST, Connection
from content.together.rights import Person, Standing
from content.together.room import Broken, Room
from tests.content.together.browsers import agree, until
from tests.content.together.conftest import FIRST
from tests.content.together.opening import LIN, ZHOU, opened

MESSAGES = 24_000


class Visitor:
    """Somebody in a room of this very process, with a document of their own."""

    def __init__(self, room, number, may="edit"):
        person = Person(number, f"uid{number}", "林小满", "护士", "")
        self.room, self.connection = room, Connection(person, "session", Standing(may))
        room.join(self.connection)
        self.doc, self.said = states.doc_of(room.doc.get_update()), []
        self.doc.observe(lambda event: self.said.append(event.update))

    def type(self, words, place=0):
        text = self.doc.get("body", type=XmlFragment).children[place].children[0]
        text.insert(len(text), words)
        return self.said[-1]

    def hear(self):
        """What the server sent, taken in; like a browser that has read everything."""
        while self.connection._outbox:
            frame = self.connection._outbox.popleft().get("bytes", b"\x03")
            if frame[0] == wire.SYNC and (message := wire.read(frame)).kind is not wire.Kind.STEP1:
                self.doc.apply_update(message.body)
        self.connection._waiting = 0


@pytest.mark.promise("E16")
def test_twenty_thousand_odd_messages_close_only_who_sent_them():
    chance = random.Random(16)

    async def story():
        room = Room(1, 1, uuid.uuid4(), states.seed(FIRST, {"title": "交接班"}), 0)
        innocent, closed, replayed = Visitor(room, 1), 0, 0
        attacker = Visitor(room, 2)
        good = [wire.update(attacker.type("攻", place=2)) for _ in range(40)]
        good += [wire.step1(attacker.doc.get_state()), wire.awareness([wire.entry(9, 1, {"cursor": 1})]), b"\x03"]
        for number in range(MESSAGES):
            frame = _odd(chance, good)
            replayed += frame in good
            try:
                room.hear(attacker.connection, frame)
            except wire.Malformed:
                closed += 1
                room.leave(attacker.connection)
                attacker = Visitor(room, 2)
            if number % 100 == 0:
                room.hear(innocent.connection, wire.update(innocent.type("甲")))
            if number % 1000 == 0:
                room.fresh.clear()
            innocent.hear()
            attacker.connection._outbox.clear()
            attacker.connection._waiting = 0
        newcomer = Visitor(room, 3)
        innocent.hear()
        assert _words(newcomer.doc) == _words(innocent.doc) == _words(room.doc)
        assert _words(room.doc).count("甲") == MESSAGES // 100
        assert "攻" in _words(room.doc)
        assert closed > MESSAGES / 3
        assert replayed > MESSAGES / 10
        assert not innocent.connection.is_over

    asyncio.run(story())


def _odd(chance, good):
    """Random, cut, or sent once more. What was changed within may be what somebody may well write: that is no harm."""
    way = chance.random()
    if way < 0.3:
        return chance.randbytes(chance.randrange(80))
    frame = chance.choice(good)
    if way < 0.5:
        return frame
    if way < 0.75:
        return frame[: chance.randrange(max(1, len(frame)))]
    return bytes([*frame[:2], *chance.randbytes(chance.randrange(1, 40))])


def _words(doc):
    return markdown_of(states.read(doc.get_update())[0])


@pytest.mark.promise("E16")
def test_changed_bytes_within_updates_never_take_the_process_or_the_others_along():
    chance = random.Random(61)

    async def story():
        broken = closed = 0
        for _ in range(60):
            room = Room(1, 1, uuid.uuid4(), states.seed(FIRST, {"title": "交接班"}), 0)
            innocent, attacker = Visitor(room, 1), Visitor(room, 2)
            good = [attacker.type("攻", place=chance.randrange(3)) for _ in range(10)]
            for _ in range(100):
                update = bytearray(chance.choice(good))
                for _ in range(chance.randrange(1, 4)):
                    update[chance.randrange(len(update))] = chance.randrange(256)
                try:
                    room.hear(attacker.connection, wire.update(bytes(update)))
                except wire.Malformed:
                    closed += 1
                except Broken:
                    broken += 1
                    break
            else:
                room.hear(innocent.connection, wire.update(innocent.type("甲")))
                fresh = states.doc_of(room.doc.get_update())
                assert "甲" in str(fresh.get("body", type=XmlFragment))
        assert closed > 1000
        return broken

    asyncio.run(story())


@pytest.mark.promise("E16")
def test_who_only_reads_changes_nothing_and_is_told():
    async def story():
        room = Room(1, 1, uuid.uuid4(), states.seed(FIRST, {}), 0)
        reader = Visitor(room, 1, may="read")
        room.hear(reader.connection, wire.update(reader.type("甲")))
        told = [message["bytes"] for message in reader.connection._outbox]
        assert wire.notice("refused", why="") in told
        assert "甲" not in _words(room.doc)
        assert not room.fresh

    asyncio.run(story())


@pytest.mark.promise("E16")
@pytest.mark.parametrize(
    ("frames", "code"),
    (
        ([b"\xff" * 30], 4400),
        ([wire.update(b"\x01\x05\x07")], 4400),
        (["a word"], 4400),
        ([b"\x00\x02" + wire.number(LARGEST) + b"x" * LARGEST], 4413),
        ([b"x" * (3 * LARGEST)], 1009),
        ([wire.update(b"\x00\x00")] * (AT_ONCE + 400), 4529),
    ),
)
def test_on_the_wire_too_each_ends_its_own_connection_with_a_code(house, uid, frames, code):
    async def story():
        innocent, attacker = await opened(house, uid, ZHOU), await opened(house, uid, LIN)
        await innocent.type("甲")
        for frame in frames:
            try:
                await attacker.socket.send(frame)
            except Exception:
                break
        await asyncio.wait_for(attacker.reading, 10)
        assert attacker.code == code
        await innocent.type("乙")
        late = await opened(house, uid, LIN)
        assert await until(lambda: innocent.is_saved and agree(innocent, late))
        assert late.words[0] == "第一段。甲乙"
        await innocent.close()
        await late.close()

    asyncio.run(story())


@pytest.mark.promise("E16")
def test_a_replayed_session_changes_nothing(house, uid):
    async def story():
        writer = await opened(house, uid, LIN)
        frames = []
        for letter in "一二三四五":
            before = writer.doc.get_state()
            await writer.type(letter)
            frames.append(wire.update(writer.doc.get_update(before)))
        assert await until(lambda: writer.is_saved)
        again = await opened(house, uid, ZHOU)
        rows = house.tell(f"rows({uid!r})")
        for frame in frames * 20:
            await again._send(frame)
        assert await until(lambda: again.is_saved)
        assert again.words[0] == writer.words[0] == "第一段。一二三四五"
        assert house.tell(f"rows({uid!r})") == rows
        await writer.close()
        await again.close()

    asyncio.run(story())


def test_the_fifty_first_is_asked_to_come_later(house, uid):
    from tests.content.together.opening import browser

    async def story():
        visitor = browser(house, uid, LIN)
        people = []
        for _ in range(50):
            one = type(visitor)(visitor.address, uid, visitor.key, visitor.session)
            people.append(await one.open())
        await visitor.open(wait=False)
        await asyncio.wait_for(visitor.reading, 10)
        assert visitor.code == 4503
        for one in people:
            await one.close()

    asyncio.run(story())

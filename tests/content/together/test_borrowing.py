"""Two processes with a Redis that loses what it likes, and a log: played through without either, many times."""

import asyncio
import random
import uuid

import pytest

from content.text.tree import markdown_of
from content.together import states, wire
from content.together.room import Room
from content.together.scribe import _by_person
from tests.content.together.conftest import FIRST
from tests.content.together.test_hostile import Visitor

ROUNDS = 25


class Houses:
    """A room in each of two processes, two people in each, one log."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.typed = ""
        self.begun, self.log = states.seed(FIRST, {}), []
        self.rooms = [Room(1, 1, uuid.uuid4(), self.begun, 0) for _ in range(2)]
        self.on_their_way = {room: [] for room in self.rooms}
        for room, other in (self.rooms, reversed(self.rooms)):
            room.on_relay = lambda _room, _kind, said, other=other: self.on_their_way[other].append(said)
        self.people = [Visitor(room, number) for number, room in enumerate(self.rooms * 2)]

    def type(self):
        person = self.chance.choice(self.people)
        letter, place = "甲乙丙丁"[person.connection.person.pk], self.chance.randrange(2)
        self.typed += letter
        person.room.hear(person.connection, wire.update(person.type(letter, place=place)))

    def relay(self, loss):
        room = self.chance.choice(self.rooms)
        arriving = self.chance.randrange(len(self.on_their_way[room]) + 1)
        for said in self.on_their_way[room][:arriving]:
            if self.chance.random() > loss:
                room.borrowed.hear(said)
        del self.on_their_way[room][:arriving]

    def write(self, room):
        fresh, _heard = room.take_fresh()
        first = len(self.log) + 1
        self.log += [update for _user, update in _by_person(fresh)]
        if not room.note_written(first, len(self.log), 0):
            self.fetch(room)

    def fetch(self, room):
        rows, room.seq = self.log[room.seq :], len(self.log)
        room.take_in(states.joined(*rows))
        room.borrowed.take_early()

    def read(self):
        for person in self.people:
            if self.chance.random() < 0.3:
                person.hear()

    @property
    def written(self):
        return states.doc_of(self.begun, *self.log)

    def is_whole(self):
        """Whether all that was written down would be shown, should every process die now."""
        vector = self.written.get_state()
        return not any(states.lacks(vector, update) for update in self.log)


def words(doc):
    return markdown_of(states.read(doc.get_update())[0])


@pytest.mark.promise("E6", "E12")
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_whatever_redis_loses_all_converge_and_what_is_written_down_can_be_shown(seed):
    async def story():
        houses = Houses(seed)
        for step in range(400):
            loss = (0, 0.3, 1)[step // 50 % 3]
            acts = (houses.type, lambda: houses.write(houses.chance.choice(houses.rooms)), lambda: houses.relay(loss))  # noqa: B023
            houses.chance.choices(acts, (6, 2, 2))[0]()
            houses.read()
            if step % 10 == 0:
                assert houses.is_whole()
        for room in houses.rooms * 2:
            houses.write(room)
            houses.fetch(room)
        for person in houses.people:
            person.hear()
        docs = [houses.written, *(each.doc for each in (*houses.rooms, *houses.people))]
        assert len(set(map(words, docs))) == 1
        assert [words(docs[0]).count(letter) for letter in "甲乙丙丁"] == [
            houses.typed.count(letter) for letter in "甲乙丙丁"
        ]

    asyncio.run(story())

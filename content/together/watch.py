"""Rights of everybody in an open room, looked at again every two seconds: whoever loses one stops writing."""

import asyncio
import logging
import time

from django.utils import timezone

from content.together import codes, rights
from org.models import Session

EVERY = 2  # seconds
SEEN_EVERY = 60  # seconds: a shared PC on which somebody types is not idle

logger = logging.getLogger("hzh.together")


class Watch:
    def __init__(self, rooms):
        self.rooms = rooms
        self._seen_at = 0.0
        self._is_troubled = False

    async def run(self):
        while True:
            await asyncio.sleep(EVERY)
            try:
                await self.look()
                self._is_troubled = False
            except Exception:
                if not self._is_troubled:
                    logger.exception("Rights in the open rooms could not be looked at.")
                self._is_troubled = True

    async def look(self):
        there = [(room, each) for room in self.rooms.open.values() for each in room.connections]
        if not there:
            return
        pages, users = {room.page_id for room, _ in there}, {each.person.pk for _, each in there}
        seen, people, sessions = await self.rooms.readers(
            rights.signs, pages, users, {each.session for _, each in there}
        )
        doubtful = {}
        for room, each in there:
            signs = seen.get(room.page_id), people.get(each.person.pk)
            if each.session not in sessions or signs[1] is None:
                each.close(codes.SIGN_IN)
            elif each.signs != signs:
                doubtful[each] = (room, signs)
        if doubtful:
            await self._judge(doubtful)
        await self._note_presence(there)

    async def _judge(self, doubtful):
        questions = {each: (each.person.pk, room.page_id) for each, (room, _signs) in doubtful.items()}
        answers = await self.rooms.readers(rights.judge, questions)
        for each, (room, signs) in doubtful.items():
            could_not, each.signs = not each.may_edit, signs
            each.stand(answers[each])
            if could_not and each.may_edit and each.is_withheld:
                room.ask_again(each)

    async def _note_presence(self, there):
        now = time.monotonic()
        if now - self._seen_at < SEEN_EVERY:
            return
        self._seen_at = now
        active = {each.session for _, each in there if now - each.spoke_at < SEEN_EVERY}
        if active:
            await self.rooms.readers(_note, active)


def _note(sessions):
    Session.objects.filter(pk__in=sessions).update(last_seen_at=timezone.now())

"""Carrying what is due by one way. Each way has a courier of its own, so none waits for another.

The rows are the truth: a courier takes the due ones of a person, makes one message of them, and writes down how it
went. Taken before it is sent, so that nobody else sends it; what was taken by a courier that died is put back where
a repetition goes unseen, and otherwise listed as uncertain, never sent twice.
"""

import logging
from collections import defaultdict
from datetime import timedelta

from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string

from jobs.outcomes import stopping
from notifications import gathering
from notifications.choices import State
from notifications.models import Delivery
from notifications.ways.base import Message, Refused, Trouble, Unsure

PEOPLE = 100  # at a time
PLACE_RESTS = timedelta(minutes=5)  # a server that is down is not asked for each of ten thousand messages
DOWN_AFTER = 3  # timeouts in a row

logger = logging.getLogger(__name__)


def carry(way):
    """Send everything due by this way. Ends early when the worker is asked to."""
    if not Delivery.objects.by(way.name).due().exists():
        return
    try:
        with way.opened():
            Round(way).go()
    except Trouble as trouble:
        _put_off(Delivery.objects.by(way.name).due(), trouble)


def put_right(way):
    """What a courier that is gone had in hand."""
    left = Delivery.objects.by(way.name).interrupted()
    free = {"begun_at": None, "holder": ""}
    if way.repeats_unseen:
        return left.update(**free)
    return left.update(**free, state=State.FAILED, reason=str(Unsure()), done_at=timezone.now())


class Round:
    """One go through what is due."""

    def __init__(self, way):
        self.way = way
        self.timeouts = defaultdict(int)  # place → in a row
        self.down = {}  # place → Trouble

    def go(self):
        while people := self._next_people():
            messages = gathering.messages(self.way, people)
            for message in messages:
                if stopping():
                    return
                self._deliver(message)

    def _next_people(self):
        due = Delivery.objects.by(self.way.name).due().order_by("due_at", "pk")
        return list(dict.fromkeys(due.values_list("person", flat=True)[: PEOPLE * 3]))[:PEOPLE]

    def _deliver(self, message):
        rows = Delivery.objects.by(self.way.name).filter(notice__in=[notice.pk for notice in message.notices])
        place = self.way.place(message)
        if place in self.down:
            _put_off(rows.due(), self.down[place])
            return
        holder = get_random_string(12)
        if not rows.due().update(holder=holder, begun_at=timezone.now(), attempts=F("attempts") + 1):
            return  # another courier was quicker
        held = Delivery.objects.filter(holder=holder, state=State.WAITING)
        self._send(_only(message, set(held.values_list("notice", flat=True))), held, place)

    def _send(self, message, held, place):
        try:
            self.way.send(message)
        except Refused as refusal:
            _end(held, State.FAILED, refusal)
        except Unsure as doubt:
            self._count(place, doubt)
            _try_again(self.way, held, doubt) if self.way.repeats_unseen else _end(held, State.FAILED, Unsure())
        except Trouble as trouble:
            self._count(place, trouble)
            _try_again(self.way, held, trouble)
        except Exception as error:  # one message that cannot be made must not stop the others
            logger.exception("A message by %s could not be sent", self.way.name)
            _end(held, State.FAILED, f"{type(error).__name__}: {error}")
        else:
            self.timeouts.pop(place, None)
            _end(held, State.SENT, "")

    def _count(self, place, trouble):
        self.timeouts[place] += 1
        if trouble.place_is_down or self.timeouts[place] >= DOWN_AFTER:
            self.down[place] = trouble


def _only(message, numbers):
    if len(numbers) == len(message.notices):
        return message
    notices = [notice for notice in message.notices if notice.pk in numbers]
    return Message(message.person, notices, message.key, message.groups)


def _end(held, state, reason):
    held.update(state=state, reason=str(reason)[:200], done_at=timezone.now(), begun_at=None, holder="")


def _try_again(way, held, trouble):
    """After a pause that grows; after the last one it has failed."""
    attempts = held.values_list("attempts", flat=True).first() or 0
    if attempts > len(way.waits):
        _end(held, State.FAILED, trouble)
    else:
        due_at = timezone.now() + way.waits[attempts - 1]
        held.update(due_at=due_at, reason=str(trouble)[:200], begun_at=None, holder="")


def _put_off(rows, trouble):
    """Not their fault: it does not count as a try."""
    rows.update(due_at=timezone.now() + PLACE_RESTS, reason=str(trouble)[:200])

"""What robots of chats have in common: one address a person, one line of JSON, an answer that says why not."""

import json
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef

from notifications import composing
from notifications.models import Robot
from notifications.ways import outside
from notifications.ways.base import Refused, Trouble, Way


class RobotWay(Way):
    """A subclass says what the chat wants to hear and how it says no."""

    icon = "message-circle-more"
    host = ""
    busy = ()  # codes of the chat that mean: not now

    def hosts(self):
        return {self.host, *settings.WEBHOOK_HOSTS}

    def reaches(self):
        return Exists(Robot.objects.filter(person=OuterRef("person"), way=self.name))

    def has(self, person):
        return self.robot(person) is not None

    def place(self, message):
        robot = self.robot(message.person)
        return urlsplit(robot.url).netloc if robot else self.name

    def robot(self, person):
        return Robot.objects.filter(person=person, way=self.name).first()

    def send(self, message):
        robot = self.robot(message.person)
        if robot is None:
            raise Refused(self.words_without_robot())
        self.say(robot, composing.plain(message))

    def say(self, robot, text):
        body = json.dumps(self.body(robot, text), ensure_ascii=False).encode()
        answer = outside.post(robot.url, body, {"Content-Type": "application/json; charset=utf-8"}, hosts=self.hosts())
        if answer.status == 429 or answer.status >= 500:
            raise Trouble(answer.said)
        if answer.status != 200:
            raise Refused(answer.said)
        self._hear(answer.body)

    def _hear(self, body):
        try:
            code, said = self.answer(json.loads(body))
        except (ValueError, AttributeError) as error:
            raise Refused(f"HTTP 200: {body[:80]!r}") from error
        if code in self.busy:
            raise Trouble(f"{code} {said}")
        if code:
            raise Refused(f"{code} {said}")

    def body(self, robot, text) -> dict:
        raise NotImplementedError

    def answer(self, said) -> tuple[int, str]:
        raise NotImplementedError

    def words_without_robot(self):
        raise NotImplementedError

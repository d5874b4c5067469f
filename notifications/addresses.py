"""Where a person can be reached outside: browsers, robots, and trying whether it works."""

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from notifications import routing
from notifications.models import Delivery, Notice, PushDevice, Robot
from notifications.notifications import Trial


def remember_device(person, *, endpoint, key, secret, name):
    """A browser somebody else used before is now this person's."""
    device, _ = PushDevice.objects.update_or_create(
        endpoint=endpoint, defaults={"person": person, "key": key, "secret": secret, "name": name}
    )
    return device


def connect_robot(person, way, *, url, secret=""):
    return Robot.objects.update_or_create(person=person, way=way.name, defaults={"url": url, "secret": secret})[0]


@transaction.atomic
def try_out(person, way):
    """One message by this way alone, through everything the others go through."""
    now = timezone.now()
    notice = Notice.objects.create(person=person, kind=Trial.name, key=get_random_string(20), at=now, read_at=now)
    Delivery.objects.create(notice=notice, person=person, way=way.name, due_at=now)
    routing.wake(way)
    return notice


def last_by(person) -> dict[str, Delivery]:
    """The newest delivery of each way that has come to an end or stumbled. One query."""
    last = {}
    recent = Delivery.objects.filter(person=person).exclude(reason="", state="waiting").order_by("-pk")[:50]
    for delivery in recent:
        last.setdefault(delivery.way, delivery)
    return last

"""Real workers, a real mail server, kills in the middle."""

import json
import time

import pytest

from tests.jobs.house import House, eventually, kill
from tests.notifications.ways.played import MailServer, WebServer

MANY = 60
WRITE = f"""
from django.utils import timezone
from notifications import routing
from notifications.models import Notice, Robot
from org.models import User
people = [User(number=f'K{{n}}', name=f'K{{n}}', email=f'k{{n}}@example.invalid') for n in range({MANY})]
User.objects.bulk_create(people)
Robot.objects.create(person=User.objects.get(number='K0'), way='feishu', url='http://%s/slow')
now = timezone.now()
Notice.objects.bulk_create(
    Notice(person=person, kind='notifications.trial', key='notifications.trial:1', at=now) for person in people)
from notifications.models import Delivery
for notice in Notice.objects.all():
    Delivery.objects.create(notice=notice, person=notice.person, way='mail', due_at=now)
Delivery.objects.create(notice=Notice.objects.get(person__number='K0'), person=User.objects.get(number='K0'),
                        way='feishu', due_at=now)
"""
COUNT = """
import json
from collections import Counter
from notifications.models import Delivery
print(json.dumps(Counter(f'{way} {state}' for way, state in Delivery.objects.values_list('way', 'state'))))
"""
FREE = """
from datetime import timedelta
from django.utils import timezone
from notifications.models import Delivery
long_ago = timezone.now() - Delivery.LEASE * 2
Delivery.objects.waiting().exclude(begun_at=None).update(begun_at=long_ago)
"""


@pytest.fixture
def outside():
    post, web = MailServer().start(), WebServer().start()
    yield post, web
    post.controller.stop()
    web.server.shutdown()


@pytest.fixture
def house(tmp_path, outside):
    post, web = outside
    house = House(tmp_path)
    house.environment |= {
        "DJANGO_SETTINGS_MODULE": "tests.notifications.settings",
        "HZH_EMAIL_URL": f"smtp://127.0.0.1:{post.port}",
        "HZH_WEBHOOK_HOSTS": web.host,
    }
    yield house.furnish()
    house.close()


@pytest.mark.promise("N18", "S10")
def test_nobody_gets_two_letters_though_workers_are_killed_and_a_slow_chat_delays_none(house, outside):
    post, web = outside
    web.answers["/slow"] = 6.0
    house.ask(WRITE % web.host)

    for sent in (5, 20):
        worker = house.start_worker()
        assert eventually(lambda: len(post.letters) > sent, within=60)  # noqa: B023  asked in this round only
        kill(worker)
    assert len(post.letters) < MANY, "the kill came too late: the test proved nothing"
    house.ask(FREE)  # as if the leases had run out
    house.start_worker()
    house.start_worker()  # each with a beat of its own
    started = time.monotonic()

    def counted():
        return json.loads(house.ask(COUNT))

    assert eventually(lambda: not counted().get("mail waiting"), within=90)
    result, letters = counted(), post.received_by()
    assert len(letters) == len(set(letters))
    assert result["mail sent"] + result.get("mail failed", 0) == MANY
    assert result.get("mail failed", 0) <= 2  # one in hand at each kill, listed as uncertain
    assert len(letters) >= result["mail sent"]
    assert time.monotonic() - started < 60

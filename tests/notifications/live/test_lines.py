"""The bell hears within five seconds, from whatever process it was rung, and only who may."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.content.together.house import LiveHouse
from tests.database import engine_of
from tests.notifications.live.listeners import Listener, until

ZHOU, LIN = "QY10231", "QY10874"


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("live") / "house"
    with django_db_blocker.unblock():
        given = engine_of(connection).house(folder)
    house = LiveHouse(folder, {**given, "DJANGO_SETTINGS_MODULE": "tests.notifications.settings"})
    house.do("furnish('第一段。')")
    house.do(
        "from notifications.actions import notify, read_all, notify_all; from jobs import apps; import jobs\n"
        "from notifications.models import Notice; from jobs.testing import run_due; from org.models import Session\n"
        "def who(number): return User.objects.get(number=number)\n"
        "def tell(*numbers, kind='crowd.published'):\n"
        "    notify(kind, to=User.objects.filter(number__in=numbers)); run_due(name='notifications.send')"
    )
    yield house.start()
    house.close()


@pytest.fixture(autouse=True)
def _nothing_told(house):
    house.do("Notice.objects.all().delete(); User.objects.update(unread=0, urgent=0, is_active=True)")


@pytest.fixture
def sign_in(house):
    return lambda number: house.tell(f"sign_in({number!r})")


def listener(house, session):
    return Listener(house.webs[0].address, session)


def story(told):
    """In a thread of its own: where browsers were at work before, that of the tests keeps Playwright's loop."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, told()).result()


def do(house, code):
    """Without stopping those who listen."""
    return asyncio.to_thread(house.do, code)


@pytest.mark.promise("N17")
def test_the_bell_hears_what_another_process_sent_and_read(house, sign_in):
    async def told():
        zhou, lin = [await listener(house, sign_in(number)).open() for number in (ZHOU, LIN)]
        assert await until(lambda: zhou.heard == [{"unread": 0, "urgent": 0, "latest": 0}])

        await do(house, f"tell({ZHOU!r})")
        assert await until(lambda: zhou.unread == 1)
        await do(house, f"read_all(who({ZHOU!r}))")
        assert await until(lambda: zhou.unread == 0)

        newest = await asyncio.to_thread(house.tell, "Notice.objects.get().pk")
        assert zhou.heard[-1]["latest"] == newest
        assert lin.heard == [{"unread": 0, "urgent": 0, "latest": 0}]
        await zhou.close()
        await lin.close()

    story(told)


@pytest.mark.promise("N17")
def test_all_pages_of_a_person_hear_the_same(house, sign_in):
    async def told():
        session = sign_in(ZHOU)
        pages = [await listener(house, session).open() for _ in range(3)]
        await do(house, f"tell({ZHOU!r})")
        assert await until(lambda: [page.unread for page in pages] == [1, 1, 1])
        for page in pages:
            await page.close()

    story(told)


@pytest.mark.promise("N21")
def test_an_urgent_one_is_counted_by_itself(house, sign_in):
    async def told():
        zhou = await listener(house, sign_in(ZHOU)).open()
        await do(house, f"tell({ZHOU!r}); tell({ZHOU!r}, kind='crowd.urgent')")
        assert await until(lambda: zhou.heard and zhou.heard[-1]["urgent"] == 1 and zhou.unread == 2)
        await zhou.close()

    story(told)


@pytest.mark.promise("E17")
@pytest.mark.parametrize(
    "loss",
    (
        "User.objects.filter(number='QY10231').update(is_active=False)",
        "Session.objects.filter(user__number='QY10231').delete()",
        "User.objects.filter(number='QY10231').update(must_change_password=True)",
        "import datetime; from django.utils import timezone; Session.objects.filter(user__number='QY10231')"
        ".update(is_shared=True, last_seen_at=timezone.now() - datetime.timedelta(minutes=16))",
    ),
)
def test_the_line_ends_with_the_session(house, sign_in, loss):
    async def told():
        session = sign_in(ZHOU)
        zhou = await listener(house, session).open()
        assert await until(lambda: zhou.heard)
        await do(house, loss)
        assert await until(lambda: zhou.code == 4401)
        again = await listener(house, session).open()
        assert await until(lambda: again.code == 4401)
        assert again.heard == []

    try:
        story(told)
    finally:
        house.do("User.objects.update(is_active=True, must_change_password=False)")


@pytest.mark.promise("E15")
@pytest.mark.parametrize("origin", ("http://evil.example", "null", "http://127.0.0.1:1", ""))
def test_a_foreign_page_hears_nothing(house, sign_in, origin):
    async def told():
        other = await listener(house, sign_in(ZHOU)).open(origin=origin)
        assert await until(lambda: other.code == 4403)
        assert other.heard == []

    story(told)


@pytest.mark.parametrize("session", ("", "0" * 32))
def test_nobody_is_sent_away(house, session):
    async def told():
        nobody = await listener(house, session).open()
        assert await until(lambda: nobody.code == 4401)

    story(told)


def test_an_administrator_without_the_second_step_is_sent_away(house, sign_in):
    async def told():
        lu = await listener(house, sign_in("HX00001")).open()
        assert await until(lambda: lu.code == 4401)

    story(told)


def test_who_talks_is_no_browser_of_ours(house, sign_in):
    async def told():
        odd = await listener(house, sign_in(ZHOU)).open()
        await odd.socket.send("hello")
        assert await until(lambda: odd.code == 4400)

    story(told)


def test_one_person_has_twenty_lines_and_a_place_is_free_again(house, sign_in):
    async def told():
        session = sign_in(LIN)
        lines = [await listener(house, session).open() for _ in range(20)]
        assert await until(lambda: all(line.heard for line in lines))
        more = await listener(house, session).open()
        assert await until(lambda: more.code == 4503)
        await lines[0].close()
        again = await listener(house, session).open()
        assert await until(lambda: again.heard)
        for line in (*lines[1:], again):
            await line.close()

    story(told)


def test_a_database_that_was_away_is_asked_again(house, sign_in):
    """Whatever goes wrong in one look, the next one is made."""

    async def told():
        zhou = await listener(house, sign_in(ZHOU)).open()
        assert await until(lambda: zhou.heard)
        await do(house, "from django.db import connection; connection.cursor().execute(HIDE)")
        await asyncio.sleep(3)
        await do(house, "connection.cursor().execute(SHOW)")
        await do(house, f"tell({ZHOU!r})")
        assert await until(lambda: zhou.unread == 1, within=9)
        await zhou.close()

    house.do('HIDE = "ALTER TABLE notifications_notice RENAME TO hidden_notice"')
    house.do('SHOW = "ALTER TABLE hidden_notice RENAME TO notifications_notice"')
    story(told)

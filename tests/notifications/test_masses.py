"""Ten thousand are told by a handful of statements, each of them once."""

import subprocess
import time

import pytest
from django.db import connection, transaction
from django.utils import timezone

from jobs.models import Due
from jobs.testing import run_due
from notifications import masses, registry, tasks
from notifications.actions import notify, notify_all
from notifications.models import Notice
from org.models import User
from tests.cast import make_space
from tests.content.together.house import LiveHouse
from tests.database import engine_of
from tests.jobs.house import ROOT, WORKER, eventually, kill
from wiki.models import Article

WORK = "notifications.send_all"


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})
    monkeypatch.setattr(registry, "_sources", {})

    @registry.register
    class Published(registry.NoticeKind):
        name = "channel.published"

        def sentence(self, notice):
            return "新的一期"

    @registry.recipients("channel.followers")
    def followers(pk):
        return User.objects.filter(number__startswith="F")


@pytest.fixture
def page(cast):
    return make_space(cast.qingyu, slug="qingyu").add_child(instance=Article(title="第一期"))


def make_followers(count):
    User.objects.bulk_create(User(number=f"F{number:05}", name=f"读者{number}") for number in range(count))


def tell(page, key="1", **more):
    notify_all("channel.published", recipients="channel.followers", of=7, about=page, key=key, **more)


def told():
    return list(Notice.objects.order_by("person__number").values_list("person__number", flat=True))


def counters():
    return set(User.objects.filter(number__startswith="F").values_list("unread", flat=True))


@pytest.mark.django_db
def test_everybody_whom_the_source_names_gets_the_same_notice(cast, page):
    make_followers(3)

    tell(page, actor=cast.zhou_yaning, number=12)
    run_due()

    assert told() == ["F00000", "F00001", "F00002"]
    notice = Notice.objects.select_related("actor").first()
    assert (notice.kind, notice.key, notice.values) == ("channel.published", "channel.published:1", {"number": 12})
    assert (notice.actor, notice.about_id, notice.read_at) == (cast.zhou_yaning, page.pk, None)
    assert counters() == {1}


@pytest.mark.django_db
@pytest.mark.promise("P22")
def test_sent_twice_is_told_once(cast, page, monkeypatch):
    monkeypatch.setattr(tasks, "MASS", 2)
    make_followers(5)
    for _ in range(2):
        tell(page)
    run_due()
    Due.objects.filter(name=WORK).update(done_at=None)  # as after workers that died between effect and “done”
    run_due()

    assert len(told()) == 5
    assert counters() == {1}


@pytest.mark.django_db
def test_whom_the_event_has_reached_already_is_left_alone(cast, page):
    make_followers(3)
    reached = User.objects.get(number="F00001")
    notify("channel.published", to=[cast.lin_xiaoman], about=page, key="1")
    Notice.objects.create(person=reached, kind="channel.published", key="channel.published:1")
    User.objects.filter(pk=reached.pk).update(unread=1)

    tell(page)
    run_due()

    assert len(told()) == 4
    assert counters() == {1}


@pytest.mark.django_db
@pytest.mark.parametrize("count", (1, 5, 6, 7))
def test_the_slices_together_are_everybody(cast, page, monkeypatch, count):
    monkeypatch.setattr(tasks, "MASS", 3)
    make_followers(count)

    tell(page)
    run_due()

    assert len(told()) == count
    assert counters() == {1}


@pytest.mark.django_db
def test_a_slice_of_one_costs_what_a_slice_of_a_thousand_does(cast, page, django_assert_num_queries):
    make_followers(1000)
    what = {"kind": "channel.unknown", "about": None, "actor": None, "values": {}, "at": timezone.now()}

    with django_assert_num_queries(10):  # the last of them, the notices, the counters, a savepoint; five to route them
        masses.send(recipients="channel.followers", of=7, key="1", at_most=1000, **what)

    assert len(told()) == 1000


@pytest.mark.django_db
def test_nobody_is_told_of_what_was_rolled_back(cast, page):
    make_followers(3)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell(page)
        raise ZeroDivisionError

    run_due()

    assert told() == []


@pytest.mark.django_db
def test_whoever_left_or_did_it_is_not_told(cast, page):
    make_followers(3)
    User.objects.filter(number="F00000").update(is_active=False)

    tell(page, actor=User.objects.get(number="F00002"))
    run_due()

    assert told() == ["F00001"]


@pytest.mark.django_db
def test_a_thing_that_is_gone_by_then_is_not_told_of(cast, page):
    make_followers(3)
    tell(page)
    page.delete()

    run_due()

    assert told() == []


@pytest.mark.django_db
def test_a_source_may_name_nobody_or_somebody_twice(cast, page):
    make_followers(2)
    registry.recipients("channel.followers")(lambda pk: User.objects.none())
    tell(page)
    run_due()
    assert told() == []

    registry.recipients("channel.followers")(lambda pk: User.objects.filter(memberships__isnull=False))
    tell(page, key="2")
    cast.lin_xiaoman.memberships.create(
        unit=cast.emergency, position=cast.positions.nurse, is_main=False, starts_on="2020-01-01"
    )
    run_due()
    assert told().count("QY10874") == 1
    assert User.objects.get(number="QY10874").unread == 1


@pytest.mark.django_db
def test_recipients_nobody_names_stay_due_where_they_are_seen(cast, page, caplog):
    registry._sources.clear()
    tell(page)

    run_due()

    assert "Nobody names the recipients" in Due.objects.open().get(name=WORK).last_error


# ── With real workers ──

MANY = 10_000
COUNT = """
rows = list(Notice.objects.values_list("person_id", flat=True))
answer = {
    "rows": len(rows), "people": len(set(rows)),
    "unread": sorted(set(User.objects.filter(number__startswith="CROWD").values_list("unread", flat=True))),
    "open": Due.objects.open().filter(name="notifications.send_all").count(),
    "again": Due.objects.filter(attempts__gt=1, name="notifications.send_all").count(),
}
"""


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock():
        given = engine_of(connection).house(tmp_path / "masses")
    settings = {"DJANGO_SETTINGS_MODULE": "tests.notifications.settings", "CROWD_THINKS": "0.4"}
    house = LiveHouse(tmp_path / "masses", {**given, **settings}, webs=0)
    house.do("from notifications.models import Notice; from notifications.actions import notify_all")
    house.do("from jobs.models import Due; from jobs import apps")
    house.do(f"User.objects.bulk_create(User(number=f'CROWD{{n:05}}', name='某', pinyin='mou') for n in range({MANY}))")
    yield house
    house.close()


def start_worker(house):
    return subprocess.Popen(WORKER, cwd=ROOT, env=house.environment, start_new_session=True, stdout=subprocess.DEVNULL)


@pytest.mark.promise("P22", "N18")
def test_ten_thousand_are_told_once_though_the_worker_is_killed_and_beat_is_doubled(house):
    """Three kills in the middle, then two workers, each with a beat of its own."""

    def count():
        return house.do(COUNT, "answer")

    house.do("notify_all('crowd.published', recipients='crowd.everybody', of=1, key='1')")
    workers = []
    try:
        for _ in range(3):
            before = count()["rows"]
            workers.append(start_worker(house))
            # By its third slice a worker has opened its connections and goes from slice to slice without a pause.
            assert eventually(lambda: count()["rows"] > before + 1000, within=60)  # noqa: B023  asked in this round only
            time.sleep(0.2)  # into the slice that comes after what was seen
            kill(workers[-1])
            assert count()["rows"] < MANY, "the kill came too late: the test proved nothing"
        workers += [start_worker(house), start_worker(house)]
        assert eventually(lambda: count()["rows"] >= MANY and not count()["open"], within=90)
    finally:
        for worker in workers:
            kill(worker)

    result = count()
    assert (result["rows"], result["people"], result["unread"]) == (MANY, MANY, [1])
    assert result["again"] > 0, "no kill hit work in hand: the test proved nothing"

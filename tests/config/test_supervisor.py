"""One command keeps web and workers alive, starts the slow lane when needed, and leaves nothing behind."""

import json
import os
import signal

import pytest

from config.supervisor import HEALTHY_AFTER, Supervisor
from tests.jobs.house import House, children_of, eventually, is_alive

LANES = """
import json
from jobs.models import Due
from tests.jobs.effects.models import Effect
quick = Due.objects.filter(name='effects.add')
slow = Due.objects.filter(name='effects.count', key='9000', done_at__isnull=False).first()
print(json.dumps({
    'slow_began': Effect.objects.filter(number__gte=9000).exists(),
    'open': Due.objects.open().filter(name__startswith='effects').count(),
    'longest_wait': max(((row.done_at - row.asked_at).total_seconds() for row in quick if row.done_at), default=0),
    'done_meanwhile': quick.filter(done_at__lt=slow.done_at).count() if slow else 0,
}))
"""

NUMBERS = """
from tests.jobs.effects.models import Effect
print(Effect.objects.filter(number__gte=20000).values('number').{})
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("house")).furnish()
    yield house
    house.close()


@pytest.fixture(scope="module")
def supervisor(house):
    supervisor = house.start_supervisor()
    assert eventually(house.is_ready, within=30)
    return supervisor


@pytest.mark.promise("P4")
def test_health_names_each_part(house, supervisor):
    assert house.get("/healthz").text == "ok\n"
    answer = house.get("/readyz").json()
    assert {"database", "broker", "worker", "cache"} <= set(answer["parts"])
    assert answer == {"ready": True, "parts": dict.fromkeys(answer["parts"], True)}


@pytest.mark.promise("P2")
def test_a_killed_web_process_is_back_soon(house, supervisor):
    before = children_of(supervisor)["web"]

    os.kill(before, signal.SIGKILL)

    assert eventually(lambda: children_of(supervisor).get("web", before) != before)
    assert eventually(house.is_ready)


@pytest.mark.promise("P2")
def test_a_killed_worker_is_back_soon(house, supervisor):
    before = children_of(supervisor)["quick"]

    os.kill(before, signal.SIGKILL)

    assert eventually(lambda: children_of(supervisor).get("quick", before) != before)
    assert eventually(house.is_ready)


@pytest.mark.promise("P4")
def test_readiness_ends_with_the_worker_and_comes_back_with_it(house, supervisor):
    worker = children_of(supervisor)["quick"]

    os.kill(worker, signal.SIGSTOP)
    assert eventually(lambda: house.get("/readyz").json()["parts"]["worker"] is False)
    assert house.get("/readyz").status_code == 503
    assert house.get("/healthz").status_code == 200

    os.kill(worker, signal.SIGCONT)
    assert eventually(house.is_ready)


def test_slow_work_starts_a_second_worker_that_ends_and_delays_nothing_quick(house, supervisor):
    assert "slow" not in children_of(supervisor)

    def lanes(what):
        return json.loads(house.ask(LANES))[what]

    house.run("ask", "9000", "120", "--slow")
    assert eventually(lambda: lanes("slow_began"))
    house.run("ask", "100", "6")
    assert eventually(lambda: lanes("open") == 0, within=120)

    assert lanes("done_meanwhile") == 6
    assert lanes("longest_wait") < 5
    assert eventually(lambda: "slow" not in children_of(supervisor))


def test_slow_work_goes_on_where_a_kill_stopped_it(house, supervisor):
    house.run("ask", "20000", "25", "--slow")
    assert eventually(lambda: int(house.ask(NUMBERS.format("count()"))) > 3)
    os.kill(children_of(supervisor)["slow"], signal.SIGKILL)

    assert eventually(lambda: house.ask(NUMBERS.format("distinct().count()")) == "25", within=40)
    assert house.ask(NUMBERS.format("count()")) == "25"


@pytest.mark.promise("P2")
def test_a_killed_supervisor_leaves_nothing_running(house, supervisor):
    children = children_of(supervisor).values()

    os.kill(supervisor.pid, signal.SIGKILL)

    assert eventually(lambda: not any(is_alive(pid) for pid in children))


def test_slow_work_waits_for_the_first_page_but_not_for_ever(tmp_path):
    supervisor = Supervisor(var=tmp_path, bind="127.0.0.1", port=1, address="")
    supervisor.slow_lane_wanted.parent.mkdir()
    supervisor.slow_lane_wanted.touch()
    assert not supervisor.is_wanted(supervisor.slow)

    supervisor.has_answered = True
    assert supervisor.is_wanted(supervisor.slow)

    supervisor.has_answered = False
    supervisor.began -= HEALTHY_AFTER + 1
    assert supervisor.is_wanted(supervisor.slow)

"""What is due is done exactly once, whoever is killed."""

import json
import sys

import pytest

from tests.jobs.house import House, eventually, kill

COUNT_EFFECTS = """
import json
from collections import Counter
from jobs.models import Due
from tests.jobs.effects.models import Ask, Effect
effects = Counter(Effect.objects.values_list('number', flat=True))
asked = set(Ask.objects.values_list('number', flat=True))
print(json.dumps({
    'done': sum(effects.values()),
    'open': Due.objects.open().filter(name__startswith='effects').count(),
    'asked': len(asked), 'lost': len(asked - set(effects)), 'unasked': len(set(effects) - asked),
    'doubled': sum(1 for times in effects.values() if times > 1),
    'tried_again': Due.objects.filter(attempts__gt=1).count(),
}))
"""


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path).furnish()
    yield house
    house.close()


@pytest.mark.promise("P22")
def test_nothing_is_lost_or_doubled_though_everything_is_killed(house):
    def count(what):
        return json.loads(house.ask(COUNT_EFFECTS))[what]

    askers = [house.start(sys.executable, "manage.py", "ask", str(first), "80") for first in (1000, 2000, 3000)]
    for round in range(3):
        done_before = count("done")
        worker = house.start_worker()
        assert eventually(lambda: count("done") > done_before + 5)  # noqa: B023  asked in this round only
        kill(worker)
        if round == 0:
            kill(askers[0])
        else:
            house.empty_broker()
    house.start_worker()

    assert eventually(lambda: count("open") == 0, within=60)
    result = json.loads(house.ask(COUNT_EFFECTS))
    assert (result["lost"], result["unasked"], result["doubled"]) == (0, 0, 0)
    assert result["asked"] >= 160
    assert result["tried_again"] > 0, "no kill hit work in hand: the test proved nothing"

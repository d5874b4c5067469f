"""What engines find and count is what a plain count says, over things and questions drawn by chance."""

import datetime
from random import Random

import pytest

from search.engines import Condition, Visibility
from tests.search.engines import TODAY, Thing, ask, counted, keep, truth, word

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W31", "W56")]


@pytest.mark.parametrize("seed", range(4))
def test_filters_counts_and_facets_are_those_of_a_plain_count(index, seed):
    chance = Random(seed)
    things = keep(*(_anything(chance) for _ in range(60)))
    for _ in range(25):
        asked = _any_question(chance, things)
        expected = truth(things, asked)
        hits = index.best(asked, limit=1_000)
        assert sorted(hits) == sorted(thing.entry.pk for thing in expected), asked
        counts = index.count(asked)
        assert counts.total == len(expected), asked
        expected_counts = counted(things, asked)
        for facet, numbers in expected_counts.items():
            told = {value: number for value, number in counts.facets[facet].items() if value not in (None, "")}
            assert told == {value: n for value, n in numbers.items() if value not in (None, "")}, (facet, asked)


def _anything(chance):
    letters, signs = "甲乙丙丁戊", ("", "", "，", " ", "5", "ct", "CT ", "12", "mg")
    text = "".join(chance.choice(letters) + chance.choice(signs) for _ in range(chance.randrange(60)))
    near = lambda: TODAY + datetime.timedelta(days=chance.choice([-400, -1, 0, 1, 30]))
    return Thing(
        title="".join(chance.choices(letters, k=3)),
        text=text,
        extra=chance.choice(["", "甲丁", "ct 9"]),
        scope=chance.choice([1, 2, 3, None]),
        shown=chance.random() < 0.9,
        kind=chance.choice(["article", "regulation", "file"]),
        space=chance.choice([None, 7, 8]),
        hospital=chance.choice([None, 1, 2]),
        department=chance.choice([None, 4]),
        maintainer=chance.choice([None, 11, 12]),
        days_old=chance.choice([0, 29, 30, 31, 364, 365, 366, 900]),
        valid_until=chance.choice([None, near()]),
        binds_from=chance.choice([None, near()]),
        binds_until=chance.choice([None, near()]),
        has_file=chance.random() < 0.3,
        tags=tuple(sorted(chance.sample(["护理", "制度", 'O\'Neil "x"'], chance.randrange(3)))),
        keys=tuple(chance.sample(["unit-1", "unit-2"], chance.randrange(2))),
    )


CHOICES = {
    "kind": ["article", "regulation", "file", "none"],
    "space": [7, 8, 99],
    "hospital": [1, 2],
    "department": [4, 5],
    "maintainer": [11, 12],
    "updated": ["month", "year", "older"],
    "trust": ["verified", "due", "never"],
    "state": ["in_force", "coming", "repealed"],
    "file": ["yes", "no"],
    "tag": ["护理", "制度", 'O\'Neil "x"', "没有"],
}


def _any_question(chance, things):
    who = Visibility(
        scopes=tuple(chance.sample([1, 2, 3], chance.randrange(3))),
        roots=tuple(thing.root for thing in chance.sample(things, chance.randrange(3))),
        keys=tuple(chance.sample(["unit-1", "unit-2", "unit-3"], chance.randrange(2))),
    )
    words = [_any_word(chance) for _ in range(chance.randrange(3))]
    conditions = []
    for facet in chance.sample([*CHOICES, "after", "before"], chance.randrange(4)):
        if facet in CHOICES:
            values = tuple(chance.sample(CHOICES[facet], chance.choice([1, 1, 2])))
        else:
            values = (TODAY - datetime.timedelta(days=chance.choice([0, 30, 365])),)
        conditions.append(Condition(facet, values, chance.random() < 0.3))
    unwanted = [_any_word(chance)] if chance.random() < 0.3 else []
    return ask(*words, who=who, unwanted=unwanted, conditions=conditions)


def _any_word(chance):
    words = ["甲", "乙丙", "丁甲乙", "ct", "5", "甲ct", "12", "戊5甲", "乙乙"]
    return word(chance.choice(words), chance.choice(["", "", "title"]), *chance.sample(words, chance.choice([0, 0, 1])))


@pytest.mark.promise("W4")
@pytest.mark.parametrize(
    "narrowed", [{}, {"unwanted": (word("说明"),)}, {"conditions": (Condition("kind", ("article",)),)}]
)
@pytest.mark.parametrize("order", ["relevance", "date"])
def test_count_and_best_are_the_same_at_once_and_apart(index, narrowed, order, monkeypatch):
    """Also past those that are ranked with care, and when others hold the same pairs apart."""
    monkeypatch.setattr("search.engines.postgres.ranking.READ", 8)
    keep(
        *(
            Thing(f"第{n}号", "交接班 " * (1 + n % 4) + "说明" * (n % 2), days_old=n, scope=1 + n % 3)
            for n in range(40)
        ),
        *(Thing(f"另{n}号", "交接和接班") for n in range(5)),
    )
    asked = ask("交接班", **narrowed)

    assert index.answer(asked, limit=12, order=order) == (index.count(asked), index.best(asked, limit=12, order=order))


def test_what_matches_nothing_is_counted_and_answered_as_nothing(index):
    keep(Thing("交接班", "值班"))

    counts, best = index.answer(ask("查无此词"), limit=12)
    assert (counts.total, best) == (0, [])

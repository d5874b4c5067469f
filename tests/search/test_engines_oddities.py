"""Nothing that is typed or written is an error to an engine."""

import pytest

from search import analysis, engines
from search.answering.plans import plan_for
from search.language import parse
from tests.search.engines import SOMEBODY, TODAY, Thing, ask, found, keep

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W56")]

SIGNS = (
    """" "高钾 ' * 高钾* AND 高钾　AND NEAR(高钾) title: {title}:x ^高 -高钾 😀 ！？。 %s % \\ :* <-> ! ((  | & 高:A"""
)
BAD = [
    *SIGNS.split(" "),
    *("\0", "高\0钾", "\ud800", "\u3000", " ", "OR NOT", "'; DROP TABLE search_vector; --", '{"match_all": {}}'),
    *('a" OR "b', "$1", "{{ x }}", "高钾 " * 300, "高" * 10_000, "a" * 10_000, "高 " * 5_000, "x1" * 3_000, "ﷺ" * 500),
]


@pytest.mark.parametrize("typed", BAD, ids=range(len(BAD)))
def test_bad_input_is_an_ordinary_question(index, typed):
    things = keep(Thing("高钾血症", "高钾的处理"), Thing("别的"))
    asked = plan_for(parse(typed), SOMEBODY, today=TODAY).ask
    exact = analysis.phrase(typed)

    for each in (asked, *([ask(engines.Wanted((exact,)))] if exact.tokens else [])):
        assert set(found(index, each, things)) <= {"高钾血症", "别的"}
        assert index.count(each).total <= 2
    index.partly(asked, analysis.pairs(typed), limit=5)
    index.partly(asked, analysis.pairs(typed)[:50], limit=5, in_title=True)
    index.frequencies(analysis.pairs(typed))


@pytest.mark.parametrize("text", [each for each in BAD if "\0" not in each and "\ud800" not in each])
def test_bad_text_is_kept_like_any(index, text):
    things = keep(Thing("怪字" + text[:200], text + "末尾", extra=text[:50]))

    assert len(found(index, ask("怪字"), things)) == len(found(index, ask("末尾"), things)) == 1

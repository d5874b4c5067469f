"""No code of reading a file reaches people as a code."""

import re

import pytest

from content.convert import refusing, saying
from content.convert.word import questions, report
from content.convert.word.facts import NAMES
from content.convert.word.headings import find
from tests.content.convert.corpus import regulations
from tests.content.convert.reading import numbered

HAN = re.compile(r"[\u4e00-\u9fff]")
HALVES = (regulations.tuned, regulations.blind, regulations.later, regulations.fresh)


def _whys(made):
    box, _labels = numbered(made)
    found = find(box)
    return {one.why for one, _absorbed in found.chosen({question.key: "heading" for question in found.asked})}


@pytest.mark.parametrize("code", refusing.CODES)
def test_a_refusal_says_which_file_why_and_what_to_do(code):
    head, words = saying.refusal(code, "值班表.docm")

    assert "值班表.docm" in head
    assert words.startswith(saying.reason(code))
    assert words.count("。") >= 2
    assert code not in words


def test_each_refusal_has_words_of_its_own():
    assert set(refusing.CODES) <= set(saying._REFUSALS)


@pytest.mark.parametrize("what", report.CODES)
def test_what_is_lost_is_said_in_words(what):
    assert HAN.search(saying.loss(what))
    assert what == "missing" or saying.loss(what) != saying.loss("missing")


@pytest.mark.parametrize("kind", questions.KINDS)
def test_a_question_is_asked_in_words(kind):
    legend, options = saying.question({"kind": kind, "options": ["2026-04-01", ""]})

    assert HAN.search(legend)
    assert HAN.search(options[1][1])
    assert kind not in legend


def test_each_kind_of_question_has_words_of_its_own():
    assert set(questions.KINDS) <= {*saying._QUESTIONS, *saying._FACTS}
    assert all(saying.note(kind) for kind in questions.KINDS if kind != "binds_before_issued")


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_has_a_label(name):
    assert HAN.search(saying.fact(name))


def test_an_option_says_where_it_was_read_and_a_day_is_a_day():
    facts = {
        "binds_from": {
            "value": "2026-04-01",
            "where": "text",
            "others": [{"value": "2026-03-10", "where": "signature"}],
        }
    }
    asked = {"kind": "binds_from", "options": ["2026-04-01", "2026-03-10", "2026-05"]}

    assert saying.question(asked, facts)[1] == [
        ("2026-04-01", "2026 年 4 月 1 日，取自正文"),
        ("2026-03-10", "2026 年 3 月 10 日，取自落款"),
        ("2026-05", "2026 年 5 月"),
    ]


def test_what_only_is_to_be_looked_at_has_no_options():
    legend, options = saying.question({"kind": "article_gap", "options": []})

    assert legend.startswith("请核对条号")
    assert options == []
    assert "照原文保留" in saying.note("article_gap")


def test_every_reason_for_a_heading_that_the_corpus_knows_has_words():
    found = {why for make in HALVES for made in make() for why in _whys(made)}

    assert len(found) > 5
    assert {why for why in found if not HAN.search(saying.why(why))} == set()

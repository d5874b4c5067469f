"""What a question is understood to be about: words that only ask are left out, names are kept, other names come in."""

import re

import pytest

from search.analysis import fold
from search.answering.meaning import ASKING, EVERYDAY, meaning_of


def test_a_name_that_no_dictionary_knows_stays_one_word_and_so_do_its_neighbours():
    meant = meaning_of("夜班高危药柜子钥匙")
    assert meant.runs == (("夜班", "高危药", "柜子", "钥匙"),)
    assert "高警示药品" in meant.besides


def test_the_longest_name_is_taken():
    assert meaning_of("高危药品目录").runs == (("高危药品", "目录"),)
    assert "住院医师规范化培训" in meaning_of("住院医师规范化培训").runs[0]


def test_a_name_may_hold_words_that_only_ask():
    assert {"不", "上", "没"} <= ASKING
    assert "呼吸困难" in meaning_of("老人喘不上气怎么办").besides
    assert "肢体无力" in meaning_of("突然半边没力气了").besides


@pytest.mark.parametrize(
    ("question", "no_name"), [("技术中心", "术中"), ("部分诊断", "分诊"), ("生产检查", "产检"), ("住院感染", "院感")]
)
def test_a_name_is_not_found_across_two_words(question, no_name):
    assert no_name in EVERYDAY
    assert no_name not in meaning_of(question).runs[0]


def test_the_words_of_a_name_are_looked_for_besides_it():
    meant = meaning_of("复印病历要带什么")
    assert meant.runs == (("复印病历",),)
    assert {"复印", "病历", "查阅复制病历"} <= set(meant.besides)
    assert "多久" not in meaning_of("保存多久").besides  # it only asks


def test_what_is_only_said_is_understood_and_never_looked_for():
    assert "高危药" not in meaning_of("高警示药品").besides
    assert not {"挂水", "吊水"} & set(meaning_of("输液").besides)


def test_where_an_answer_may_be_written_does_not_lead_back():
    assert "血糖" in meaning_of("糖").besides
    assert meaning_of("血糖").besides == ()
    assert "糖尿病" not in meaning_of("高血糖").besides


def test_librarians_words_are_asked_for_a_name_and_for_its_words():
    synonyms = {"复印病历": ("病历副本",), "病历": ("病志",)}
    besides = meaning_of("复印病历", lambda word: synonyms.get(word, ())).besides
    assert {"病历副本", "病志"} <= set(besides)


@pytest.mark.parametrize("word", ["要点", "会诊", "能力", "用药", "上报", "中药", "外伤", "不良反应", "得病", "过敏"])
def test_words_that_begin_like_asking_are_kept(word):
    assert meaning_of(f"请问{word}是什么").runs == ((word,),)


def test_a_question_that_only_asks_is_about_nothing():
    meant = meaning_of("请问一下怎么办呢")
    assert meant.runs == () == meant.besides


def test_the_lists_hold_what_can_be_typed_and_found():
    """Folded, as questions are; no word both asks and tells; a single character is part of too many words."""
    names = {*EVERYDAY, *ASKING}
    assert [name for name in names if fold(name) != name or re.search(r"[#|<>=、，,;；]", name)] == []
    assert EVERYDAY.keys() & ASKING == set()
    assert [other for others in EVERYDAY.values() for other in others if len(other) == 1] == []


def test_no_name_brings_so_many_others_that_what_was_typed_drowns():
    assert {name: others for name, others in EVERYDAY.items() if len(others) > 6} == {}


def test_every_name_in_the_list_is_understood():
    """Typed alone, as one word that leads where its line says."""
    lost = {name for name, others in EVERYDAY.items() if not set(others) <= set(meaning_of(name).besides)}
    assert lost == set()

"""A passage keeps its place: edits elsewhere, edits within, moves, deletion, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.comments.anchors import Anchor, anchor_at, find
from content.comments.following import Difference

pytestmark = pytest.mark.promise("W28", "E26")
TEXT = "交接班要点\n先核对姓名和床号，再核对用药。\n夜班每两小时巡视一次。\n血钾高时立即报告医生。"


def passage(text, words):
    start = text.index(words)
    return anchor_at(text, start, start + len(words))


def carried(words, new, text=TEXT):
    found = Difference(text, new).carry(passage(text, words))
    return found and found.quote


def test_text_before_it_moves_it_along():
    assert carried("每两小时巡视", "新的一段。\n" + TEXT) == "每两小时巡视"


def test_another_change_in_its_paragraph_leaves_it():
    assert carried("核对用药", TEXT.replace("先核对姓名和床号", "务必先核对手腕带")) == "核对用药"


def test_words_changed_within_stay_part_of_it():
    assert carried("每两小时巡视一次", TEXT.replace("每两小时巡视一次", "每一小时巡视一次")) == "每一小时巡视一次"


def test_words_put_within_become_part_of_it():
    assert carried("立即报告医生", TEXT.replace("立即报告", "立即电话报告")) == "立即电话报告医生"


def test_what_replaces_its_first_word_becomes_part_of_it():
    assert carried("夜班每两小时", TEXT.replace("夜班", "白班")) == "白班每两小时"


def test_a_paragraph_deleted_after_it_that_ends_alike_takes_nothing_of_it():
    assert carried("第二段", "新的开头。\n第一段。\n改过的第二段。", "第一段。\n第二段。\n第三段。") == "第二段"


@pytest.mark.parametrize("new", [TEXT.replace("夜班每两小时巡视一次。\n", ""), "", "完全不同的一篇文字"])
def test_when_it_is_deleted_it_has_vanished(new):
    assert carried("夜班每两小时巡视一次", new) is None


def test_of_two_equal_sentences_the_one_deleted_takes_its_comment_along():
    text = "甲病区：每日巡视。\n乙病区：每日巡视。\n"

    found = Difference(text, "甲病区：每日巡视。\n").carry(anchor_at(text, 14, 18))

    assert found is None


def test_a_paragraph_put_elsewhere_takes_it_along():
    moved = "血钾高时立即报告医生。\n交接班要点\n先核对姓名和床号，再核对用药。\n夜班每两小时巡视一次。"

    assert carried("立即报告医生", moved) == "立即报告医生"


def test_a_vanished_passage_is_back_when_its_text_comes_back():
    was = passage(TEXT, "每两小时巡视")
    without = TEXT.replace("夜班每两小时巡视一次。\n", "")

    back = Difference(without, TEXT).carry(Anchor("", was.prefix, was.suffix), was.quote)

    assert back == was


def test_of_several_equal_passages_the_surroundings_tell_which():
    text = "甲：注意观察。\n乙：注意观察。\n丙：注意观察。"

    assert find(text, "注意 观察", "乙：", "。").start == text.index("乙") + 2
    assert find(text, "没有这句") is None


words = st.text("交接班前核对姓名床号用药巡视记录报告医生护士病区𠮷🩺 ", min_size=0, max_size=12)
HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))


@st.composite
def documents(draw):
    """A text in which no two characters are alike, in lines, and a passage of at least four in it."""
    signs = draw(st.permutations(HAN[: draw(st.integers(20, 120))]))
    breaks = draw(st.sets(st.integers(1, len(signs) - 1), max_size=8))
    text = "".join(sign + ("\n" if place in breaks else "") for place, sign in enumerate(signs))
    start = draw(st.integers(0, len(text) - 6))
    end = draw(st.integers(start + 4, min(len(text), start + 30)))
    return text, anchor_at(text, start, end)


@given(documents(), words, st.data())
def test_edits_elsewhere_never_move_it(document, written, data):
    text, was = document
    before = data.draw(st.integers(0, was.start))
    after = data.draw(st.integers(was.end, len(text)))
    cut = data.draw(st.integers(0, len(text) - after))
    new = text[:before] + written + text[before : was.end] + text[was.end : after] + written + text[after + cut :]

    found = Difference(text, new).carry(was)

    assert found.quote.startswith(was.quote.strip()) or was.quote in found.quote
    assert new[found.start : found.end] == found.quote


@given(documents(), words, st.data())
def test_edits_within_keep_it_while_words_of_it_remain(document, written, data):
    text, was = document
    cut = data.draw(st.integers(was.start, was.end - 2))
    until = data.draw(st.integers(cut, was.end - 2))
    new = text[:cut] + written + text[until:]

    found = Difference(text, new).carry(was)

    left = text[until : was.end].strip()
    assert left[-2:].strip() in found.quote
    assert found.quote in new


@given(documents())
def test_deletion_makes_it_vanish_and_all_else_stay(document):
    text, was = document

    assert Difference(text, text[: was.start] + text[was.end :]).carry(was) is None

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.merging import Origin, merge
from tests.content.text.sources import SOURCES, edits

BASE = """## 首剂与加量

适用于急性心衰的成人患者。

首剂呋塞米 20 mg 静脉推注。

- 记录尿量
- 查血钾

| 药物 | 剂量 |
|---|---|
| 呋塞米 | 20 mg |
| 托拉塞米 | 10 mg |

夜班交接。
"""


def origins(merged):
    return [part.origin for part in merged.parts if part.origin != Origin.KEPT]


@pytest.mark.promise("W9")
def test_changes_in_different_blocks_are_both_taken_in():
    mine = BASE.replace("成人患者", "成人患者，收缩压 ≥ 90 mmHg")
    theirs = BASE.replace("夜班交接。", "夜班交接，写明入量。")

    merged = merge(BASE, mine, theirs)

    assert merged.is_clean
    assert merged.text == mine.replace("夜班交接。", "夜班交接，写明入量。")


def test_neighbouring_blocks_do_not_touch():
    mine = BASE.replace("成人患者", "患者")
    theirs = BASE.replace("20 mg 静脉", "40 mg 静脉")

    assert merge(BASE, mine, theirs).text == BASE.replace("成人患者", "患者").replace("20 mg 静脉", "40 mg 静脉")


def test_rows_of_a_table_and_items_of_a_list_merge_one_by_one():
    mine = BASE.replace("| 10 mg |", "| 20 mg |").replace("- 记录尿量", "- 记录每小时尿量")
    theirs = BASE.replace("| 呋塞米 | 20 mg |", "| 呋塞米 | 40 mg |").replace("- 查血钾", "- 查血钾\n- 查肌酐")

    merged = merge(BASE, mine, theirs)

    assert merged.is_clean
    assert "| 呋塞米 | 40 mg |\n| 托拉塞米 | 20 mg |" in merged.text
    assert "- 记录每小时尿量\n- 查血钾\n- 查肌酐" in merged.text


def test_a_table_whose_columns_changed_is_one_block():
    mine = BASE.replace("| 药物 | 剂量 |\n|---|---|", "| 药物 | 剂量 | 起效 |\n|---|---|---|").replace(
        "| 10 mg |", "| 10 mg | 1 小时 |"
    )
    theirs = BASE.replace("| 呋塞米 | 20 mg |", "| 呋塞米 | 40 mg |")

    (conflict,) = merge(BASE, mine, theirs).conflicts

    assert conflict.my_text.startswith("| 药物 | 剂量 | 起效 |")
    assert "40 mg" in conflict.their_text


@pytest.mark.promise("W9")
def test_the_same_block_shows_both_texts_and_what_stood_there():
    mine = BASE.replace("20 mg 静脉", "40 mg 静脉")
    theirs = BASE.replace("20 mg 静脉推注", "20–40 mg 静脉推注，肾功能不全者 80 mg")

    merged = merge(BASE, mine, theirs)
    (conflict,) = merged.conflicts

    assert not merged.is_clean
    assert conflict.base_text == "首剂呋塞米 20 mg 静脉推注。"
    assert conflict.my_text == "首剂呋塞米 40 mg 静脉推注。"
    assert conflict.their_text == "首剂呋塞米 20–40 mg 静脉推注，肾功能不全者 80 mg。"
    assert (conflict.heading, conflict.context) == ("首剂与加量", "适用于急性心衰的成人患者。")
    assert conflict.both_texts == f"{conflict.my_text}\n\n{conflict.their_text}"


def test_the_answers_go_where_the_conflicts_were():
    mine, theirs = BASE.replace("20 mg 静脉", "40 mg 静脉"), BASE.replace("20 mg 静脉", "80 mg 静脉")
    merged = merge(BASE, mine, theirs)

    assert merged.with_answers(["首剂呋塞米 60 mg 静脉推注。"]) == BASE.replace("20 mg 静脉", "60 mg 静脉")
    assert merged.with_answers([""]) == BASE.replace("首剂呋塞米 20 mg 静脉推注。\n\n", "")


def test_deleting_what_the_other_changed_asks():
    mine = BASE.replace("首剂呋塞米 20 mg 静脉推注。\n\n", "")
    theirs = BASE.replace("20 mg 静脉", "40 mg 静脉")

    (conflict,) = merge(BASE, mine, theirs).conflicts

    assert (conflict.my_text, conflict.their_text) == ("", "首剂呋塞米 40 mg 静脉推注。")


def test_two_additions_at_one_place_ask():
    (conflict,) = merge(BASE, BASE + "\n我加的。\n", BASE + "\n他加的。\n").conflicts

    assert (conflict.base_text, conflict.my_text, conflict.their_text) == ("", "我加的。", "他加的。")


def test_the_same_change_by_both_is_one():
    changed = BASE.replace("查血钾", "查血钾与肌酐")

    merged = merge(BASE, changed, changed)

    assert origins(merged) == [Origin.BOTH]
    assert merged.text == changed


def test_numbers_of_a_list_that_only_moved_on_are_no_change():
    base, mine = "1. 甲\n2. 乙\n3. 丙", "1. 甲\n2. 新\n3. 乙\n4. 丙"

    merged = merge(base, mine, base.replace("丙", "丙丙"))

    assert merged.is_clean
    assert [line[3:] for line in merged.text.split("\n")] == ["甲", "新", "乙", "丙丙"]


def test_line_ends_of_windows_are_no_change():
    assert merge(BASE, BASE.replace("\n", "\r\n"), BASE).parts[0].origin == Origin.KEPT


@given(st.data())
def test_an_untouched_side_gives_the_other(data):
    base = data.draw(SOURCES)
    mine = data.draw(edits(base))

    assert merge(base, mine, base).text == mine
    assert merge(base, base, mine).text == mine
    assert merge(base, mine, mine).text == mine


@pytest.mark.promise("W9")
@given(st.data())
def test_nothing_of_either_is_ever_lost(data):
    base = data.draw(SOURCES)
    mine, theirs = data.draw(edits(base)), data.draw(edits(base))

    merged = merge(base, mine, theirs)

    in_conflicts = (f"{part.my_text}\n\n{part.their_text}" for part in merged.conflicts)
    shown = _said(merged.text).union(*map(_said, in_conflicts))
    assert (_said(mine) | _said(theirs)) - _said(base) <= shown


def _said(source):
    """The lines, without the numbers of items: what a lost fence or table makes of a block is another block."""
    return {line.split(". ")[-1].strip() for line in source.split("\n")}


@given(st.data())
def test_who_is_first_does_not_matter(data):
    base = data.draw(SOURCES)
    mine, theirs = data.draw(edits(base)), data.draw(edits(base))

    one, other = merge(base, mine, theirs), merge(base, theirs, mine)

    assert one.is_clean == other.is_clean
    if one.is_clean:
        assert one.text.split() == other.text.split()


def test_a_long_law_merges():
    base = "\n\n".join(f"第{number}条 急性失代偿性心力衰竭的处置 {number * 7919 % 1000}" for number in range(5_000))

    merged = merge(base, base.replace("第1条", "第一条"), base.replace("第4999条", "最后一条"))

    assert merged.text == base.replace("第1条", "第一条").replace("第4999条", "最后一条")

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.front_matter import dump, parse


def test_names_and_values_at_the_top_of_a_file():
    facts, text = parse(
        '---\ntitle: 高钾血症：识别\ntags: [电解质, "急诊, 夜间"]\nMaintainer: QY10231\n'
        "readers:\n  - 心内\n  - 急诊\n---\n\n正文\n"
    )

    assert facts == {
        "title": "高钾血症：识别",
        "tags": ["电解质", "急诊, 夜间"],
        "maintainer": "QY10231",
        "readers": ["心内", "急诊"],
    }
    assert text == "正文\n"


@pytest.mark.parametrize(
    "source",
    [
        "正文",
        "---\n\n正文只有一条线",
        "---\n这不是字段\n---\n正文",
        "--- \n- 甲\n---\n",
        "正文\n---\ntitle: x\n---\n",
        "",
    ],
)
def test_what_is_no_such_block_stays_text(source):
    assert parse(source) == ({}, source)


def test_chinese_colons_and_windows_line_ends_are_fine():
    assert parse("---\r\n标题： 甲\r\n---\r\n乙") == ({"标题": "甲"}, "乙")


def test_what_is_more_than_a_list_is_json():
    facts = {"values": {"number": "宏信医发〔2026〕18 号", "points": ["甲", 1]}, "title": "{甲}", "rows": [{"a": 1}]}

    assert parse(dump(facts))[0] == facts


def test_nothing_to_say_gives_no_block():
    assert dump({"title": "", "tags": []}) == ""


VALUES = st.text(alphabet="甲乙 a1,，:：\"'[]{}#-\\\n", min_size=1, max_size=12).filter(lambda text: text.strip())


@given(
    st.dictionaries(
        st.sampled_from(["title", "tags", "uid", "标题"]), VALUES | st.lists(VALUES, min_size=1, max_size=3)
    )
)
def test_what_was_written_is_read_back(facts):
    assert parse(dump(facts) + "正文")[0] == facts

"""What readers see of a change: words, not characters; rows and cells, not tables."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.differences import compare
from content.text.reading import plain_text
from tests.content.text.readers import in_a_request
from tests.content.text.sources import SOURCES, edits

TABLE = """| 药物 | 用法 | 起效 |
|---|---|---|
| 胰岛素 | 10 U | 15 分钟 |
| 沙丁胺醇 | 10–20 mg 雾化 | 15 分钟 |
| 高渗盐水 | 3% 氯化钠 | 5 分钟 |"""


def changes(old, new):
    return [(piece.kind, piece.html) for piece in compare(old, new).pieces if piece.is_change]


@pytest.mark.promise("W27")
def test_chinese_is_compared_by_words():
    assert changes("静脉推注 3–5 分钟；心电图无改善可重复。", "静脉缓慢推注 5–10 分钟；心电图无改善可重复。") == [
        (
            "changed",
            "<p>静脉<ins>缓慢</ins>推注 <del>3–5</del><ins>5–10</ins> 分钟；心电图无改善可重复。</p>",
        )
    ]


@pytest.mark.promise("W27")
def test_each_side_shows_its_own_words():
    (piece,) = compare("每日测一次血糖。", "每小时测一次血糖。").pieces

    assert piece.old == "<p><del>每日</del>测一次血糖。</p>"
    assert piece.new == "<p><ins>每小时</ins>测一次血糖。</p>"


def test_no_crumb_of_agreement_stands_between_two_changes():
    ((_kind, html),) = changes("应当登记时间与结果后上报科室", "应当复述身份与内容后上报科室")

    assert html.count("<del>") == 1


def test_paragraphs_come_and_go():
    old, new = "甲甲甲甲。\n\n乙乙乙乙。", "甲甲甲甲。\n\n丙丙丙丙。\n\n丁丁。"

    assert changes(old, new) == [
        ("removed", "<p><del>乙乙乙乙。</del></p>"),
        ("added", "<p><ins>丙丙丙丙。</ins></p>"),
        ("added", "<p><ins>丁丁。</ins></p>"),
    ]


@pytest.mark.promise("W27")
def test_tables_are_compared_by_row_and_cell():
    new = TABLE.replace("雾化 | 15", "雾化；冠心病患者减半 | 30").replace(
        "| 高渗盐水 | 3% 氯化钠 |", "| 碳酸氢钠 | 酸中毒 |"
    )

    (piece,) = compare(TABLE, new).pieces

    assert piece.note == "表格：1 行新增，1 行删去，2 格修改"
    assert "<td>10–20 mg 雾化<ins>；冠心病患者减半</ins></td>" in piece.html
    assert "<td><del>15</del><ins>30</ins> 分钟</td>" in piece.html
    assert '<tr class="row-del"><td><del>高渗盐水</del></td>' in piece.html
    assert '<tr class="row-ins"><td><ins>碳酸氢钠</ins></td>' in piece.html
    assert "碳酸氢钠" not in piece.old
    assert "高渗盐水" not in piece.new


def test_a_new_column_leaves_the_others_as_they_were():
    new = [" 给药人 |", "---|", " 护士 |", " 护士 |", " 护士 |"]
    rows = [line + cell for line, cell in zip(TABLE.split("\n"), new, strict=True)]

    (piece,) = compare(TABLE, "\n".join(rows)).pieces

    assert piece.html.count("<ins>") == 4
    assert piece.html.count("<del>") == 0


def test_the_heading_above_a_change_stands_open_and_the_rest_is_folded():
    old = "## 判断\n\n不变。\n\n## 处理\n\n推注 3 分钟，监护。\n\n## 交接\n\n不变。"

    pieces = compare(old, old.replace("3 分钟", "5 分钟")).pieces

    assert [(piece.kind, piece.title, piece.count) for piece in pieces] == [
        ("same", "判断", 2),
        ("heading", "", 1),
        ("changed", "", 1),
        ("same", "交接", 2),
    ]


def test_the_summary_counts_places_and_tables():
    assert compare("甲", "甲").summary == "文字没有变"
    assert (
        compare(f"甲甲甲。\n\n{TABLE}", f"甲甲甲乙。\n\n{TABLE.replace('10 U', '20 U')}").summary
        == "2 处修改，其中 1 张表"
    )


def test_a_word_made_bold_is_a_change_of_dress():
    (piece,) = compare("立即停药。", "**立即**停药。").pieces

    assert (piece.kind, piece.html) == ("dressed", "<p><strong>立即</strong>停药。</p>")


def test_items_of_a_list_are_compared_one_by_one_at_their_level():
    old = "- 记录尿量\n    - 每小时一次\n- 查血钾"

    ((_kind, html),) = changes(old, old.replace("每小时", "每两小时"))

    assert html.startswith('<ul><li class="outer"><ul>')
    assert "记录尿量" not in html


def test_a_heading_shown_again_has_no_anchor():
    assert compare("## 处理", "## 处理").pieces[0].html == "<h2>处理</h2>"


def test_pictures_are_words():
    (piece,) = compare("![图](file:abcdefghjkmn)\n", "![图](file:abcdefghjkmp)\n").pieces

    assert "abcdefghjkmn" in piece.old
    assert "abcdefghjkmp" in piece.new


def test_code_of_an_author_stays_text():
    (piece,) = compare("甲 a&lt;b 乙乙乙", "甲 a&lt;c 乙乙乙").pieces

    assert plain_text(piece.new) == "甲 a<c 乙乙乙"
    assert "<c" not in piece.new


def _without(html, tag):
    return re.sub(f"<{tag}>.*?</{tag}>", "", html, flags=re.DOTALL)


def _words(html):
    return "".join(plain_text(html).split())


@given(st.data())
def test_each_side_says_all_its_text_and_nothing_else(data):
    old = data.draw(SOURCES)
    new = data.draw(edits(old))

    pieces = compare(old, new).pieces

    for piece in pieces:
        if not piece.note:
            assert _words(_without(piece.html, "del")) == _words(piece.new)
    assert "<ins>" not in "".join(piece.old for piece in pieces)
    assert "<del>" not in "".join(piece.new for piece in pieces)


@given(SOURCES)
def test_a_text_does_not_differ_from_itself(source):
    assert compare(source, source).changes == []


@pytest.mark.parametrize("change", [lambda law: law.replace("医师", "护士"), lambda law: law[::-1], lambda law: ""])
def test_a_long_law_is_compared_in_seconds(change):
    article = "第{0}条 医师应当坚持人民至上，发扬人道主义精神。{0}" * 3
    law = "\n\n".join(article.format(number * 7919 % 2003) for number in range(2_000))
    started = time.process_time()

    compare(law, change(law))

    assert time.process_time() - started < 8


def test_what_is_too_much_is_shown_as_rewritten():
    old, new = ("\n\n".join(f"{word}{number} 文字文字文字" * 5 for number in range(8_000)) for word in ("旧", "新"))
    started = time.process_time()

    pieces = compare(old, new).pieces

    assert [piece.kind for piece in pieces] == ["removed", "added"]
    assert time.process_time() - started < 20


def test_a_reader_gets_pictures_and_links_for_one_query(cast, django_assert_num_queries):
    source = "".join(f"[{number}](page:abcdefghjkm{number})\n\n" for number in range(2, 9))
    differences = compare(source, source.replace("[5]", "[五]"))
    reader = in_a_request(cast.lin_xiaoman)

    with django_assert_num_queries(1):
        pieces = differences.for_reader(reader).pieces

    assert [piece.html.count("link-none") for piece in pieces if piece.is_change] == [1]

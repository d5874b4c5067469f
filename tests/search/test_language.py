"""What people type, and what it means."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language import Filter, Query, Term, canonical, parse
from search.language.dates import stretch_of
from search.language.names import NAMES

TODAY = datetime.date(2026, 3, 18)


@pytest.fixture(autouse=True)
def wednesday(monkeypatch):
    monkeypatch.setattr("search.language.dates.today", lambda: TODAY)


def terms(text):
    """Terms in short: “心梗”, “"静脉 溶栓"” quoted, “title:…” and “-” as typed."""
    return [
        ("-" if term.excluded else "")
        + (f"{term.field}:" if term.field else "")
        + (f'"{term.text}"' if term.quoted else term.text)
        for term in parse(text).terms
    ]


def filters(text):
    return [("-" if each.excluded else "") + f"{each.name}:{each.value}" for each in parse(text).filters]


@pytest.mark.parametrize(
    ("typed", "understood"),
    (
        ("心梗 溶栓", ["心梗", "溶栓"]),
        ("心梗\u3000溶栓\t静脉", ["心梗", "溶栓", "静脉"]),
        ("心梗 心梗", ["心梗"]),
        ("心\x00梗\u200b塞", ["心", "梗塞"]),
        ("ＣＴ增强　０．９％", ["CT增强", "0.9%"]),
        ('"静脉 溶栓"', ['"静脉 溶栓"']),
        ("“静脉  溶栓” 「急 诊」", ['"静脉 溶栓"', '"急 诊"']),
        ("心梗“静脉 溶栓”指征", ["心梗", '"静脉 溶栓"', "指征"]),
        ('心梗 "静脉 溶栓', ["心梗", "静脉", "溶栓"]),
        ('""', []),
        ("《输血 管理》", ['title:"输血 管理"']),
        ("《民法典》第三十二条", ['title:"民法典"', "第三十二条"]),
        ("《关于印发《规范》的通知》", ['title:"关于印发《规范》的通知"']),
        ("关于适用《民法典》的规定", ["关于适用《民法典》的规定"]),
        ("《输血", ["输血"]),
        ("心梗 -儿童", ["心梗", "-儿童"]),
        ("心梗 －儿童", ["心梗", "-儿童"]),
        ("心梗 -“静脉 溶栓” -《概论》", ["心梗", '-"静脉 溶栓"', '-title:"概论"']),
        ("CT-123 COVID-19 β-内酰胺", ["CT-123", "COVID-19", "β-内酰胺"]),
        ("心梗 - 儿童", ["心梗", "儿童"]),
        ("-80℃ 冰箱", ["80°C", "冰箱"]),
        ("(-)异丙肾上腺素 (-儿童) “休克”-成人", ["异丙肾上腺素", "儿童", '"休克"', "成人"]),
        ("标题:心梗 title：溶栓", ["title:心梗", "title:溶栓"]),
        ('標題："静脉 溶栓" -标题:儿童', ['title:"静脉 溶栓"', "-title:儿童"]),
        ("标题: 心梗", ["title:心梗"]),
        ("标题:", ["标题"]),
        ("高钾血症怎么处理？", ["高钾血症怎么处理"]),
        ("（高钾血症）、 葡萄糖（10%）", ["高钾血症", "葡萄糖(10%)"]),
        ("CT* *", ["CT"]),
        ("第三十二条 I级 Na+ pH<7.2", ["第三十二条", "I级", "Na+", "pH<7.2"]),
    ),
)
def test_words_phrases_titles_and_what_is_not_wanted(typed, understood):
    assert terms(typed) == understood
    assert parse(typed).filters == ()


@pytest.mark.parametrize(
    ("typed", "understood"),
    (
        ("空间:急诊", ["space:急诊"]),
        ("空间：“急诊 医学”", ["space:急诊 医学"]),
        ("作者:周雅宁 维护人:沈知夏", ["author:周雅宁", "author:沈知夏"]),
        ("标签:护理,夜班", ["tag:护理", "tag:夜班"]),
        ("-类型:病例", ["-kind:病例"]),
        ("医院:青屿 科室:急诊科 状态:现行 附件:有", ["hospital:青屿", "department:急诊科", "state:现行", "file:有"]),
        (
            "space:er Author:zhou tag:x type:case hospital:q department:d state:s file:pdf",
            ["space:er", "author:zhou", "tag:x", "kind:case", "hospital:q", "department:d", "state:s", "file:pdf"],
        ),
        ("(空间:急诊)", ["space:急诊"]),
        ("状态: 标签:急诊", ["tag:急诊"]),
        ("心梗 NOT 空间:急诊", ["-space:急诊"]),
    ),
)
def test_filters_in_chinese_and_english(typed, understood):
    assert filters(typed) == understood


@pytest.mark.parametrize(
    "typed",
    ("剂量:5mg", "http://a.b/c", "10:30", "血压:120/80", "时间:下午", "-更新:2025年", "更新:2025-13", "血钾标题:x"),
)
def test_what_only_looks_like_a_filter_is_text(typed):
    assert [term.text for term in parse(typed).terms] == [typed.removeprefix("-")]
    assert parse(typed).filters == ()


@pytest.mark.parametrize(
    ("typed", "understood"),
    (
        ("更新:2025", ["after:2025-01-01", "before:2025-12-31"]),
        ("时间：２０２５年", ["after:2025-01-01", "before:2025-12-31"]),
        ("日期:2024-02", ["after:2024-02-01", "before:2024-02-29"]),
        ("日期:2025年3月", ["after:2025-03-01", "before:2025-03-31"]),
        ("date:2025/3/5", ["after:2025-03-05", "before:2025-03-05"]),
        ("更新:2025..2026", ["after:2025-01-01", "before:2026-12-31"]),
        ("更新:2026-02至2025-03", ["after:2025-03-01", "before:2026-02-28"]),
        ("更新:2025..", ["after:2025-01-01"]),
        ("更新:..2025-03", ["before:2025-03-31"]),
        ("-更新:2025..", ["before:2024-12-31"]),
        ("-更新:..2025", ["after:2026-01-01"]),
        ("更新:近一年", ["after:2025-03-18"]),
        ("更新:近7天", ["after:2026-03-11"]),
        ("更新:“近 3 个月”", ["after:2025-12-18"]),
        ("更新:近3个月", ["after:2025-12-18"]),
        ("更新:最近两周内", ["after:2026-03-04"]),
        ("更新:近半年", ["after:2025-09-18"]),
        ("更新:本周", ["after:2026-03-16"]),
        ("更新:去年", ["after:2025-01-01", "before:2025-12-31"]),
    ),
)
def test_dates(typed, understood):
    assert filters(typed) == understood


def test_without_a_name_before_it_a_date_is_text():
    assert terms("2025年3月 近一年") == ["2025年3月", "近一年"]


@pytest.mark.parametrize(
    ("typed", "understood"),
    (
        ("高钾 AND 透析", ["高钾", "透析"]),
        ("高钾 OR 透析", ["高钾", "透析"]),
        ("高钾 NOT 透析", ["高钾", "-透析"]),
        ("DO NOT RESUSCITATE", ["DO", "NOT", "RESUSCITATE"]),
        ("AND OR NOT", ["AND", "OR", "NOT"]),
        ("and or not", ["and", "or", "not"]),
        ("高钾 AND", ["高钾"]),
    ),
)
def test_operators_between_words(typed, understood):
    assert terms(typed) == understood


def test_a_search_has_an_end():
    assert terms("字" * 10_000) == ["字" * 200]
    assert len(parse(" ".join(f"词{number}" for number in range(50))).terms) == 12
    assert len(parse(" ".join(f"标签:签{number}" for number in range(50))).filters) == 12
    assert parse(" " * 9_000 + "高钾").words == ("高钾",)


@pytest.mark.parametrize(
    "text", (None, 7, b"x", "", "\x00", "\ud800", '"' * 300, "《" * 5_000, "-" * 9_000, "标题:" * 3_000)
)
def test_whatever_it_gets_it_answers(text):
    query = parse(text)

    assert parse(canonical(query)) == query
    canonical(query).encode()


def test_a_stretch_that_ends_before_it_begins_stays_what_it_is():
    query = parse("更新:2026.. 更新:..2025")

    assert parse(canonical(query)) == query


def test_a_filter_can_be_taken_out():
    query = parse("心梗 标签:急诊 更新:2025")

    assert canonical(query) == "心梗 标签:急诊 更新:2025-01-01..2025-12-31"
    assert canonical(query.without(Filter("tag", "急诊"))) == "心梗 更新:2025-01-01..2025-12-31"
    assert query.without(Term("心梗")).words == ()


def test_two_ways_of_typing_one_search_are_equal():
    assert parse("心梗　标签：“急诊”") == parse("标签:急诊 心梗")
    assert isinstance(hash(parse("心梗")), int)


pieces = st.one_of(
    st.sampled_from(
        [
            *NAMES,
            *(
                "AND",
                "OR",
                "NOT",
                '"',
                "“",
                "”",
                "「",
                "」",
                "『",
                "』",
                "《",
                "》",
                "-",
                "－",
                ":",
                "：",
                ",",
                "..",
                "~",
            ),
            *("*", "(", ")", "℃", "2025", "3月", "近一年", "\u0301", "\u0338", "\u200d"),
            " ",
        ]
    ),
    st.text(max_size=6),
    st.text('心梗血钾aB1-:"《》 ', max_size=12),
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_reading_and_writing_agree(typed):
    query = parse(typed)

    assert parse(canonical(query)) == query
    assert canonical(parse(canonical(query))) == canonical(query)
    assert sum(len(word) for word in query.words) <= 200
    assert all(term.text == term.text.strip() != "" for term in query.terms)
    assert len(query.terms) <= 12 and len(query.filters) <= 12


@given(st.text(max_size=30))
def test_a_stretch_of_days_has_two_days_or_none(text):
    found = stretch_of(text)

    assert found is None or (any(found) and all(not day or datetime.date.fromisoformat(day) for day in found))


@given(st.text("心梗血钾溶栓abc0129", min_size=1, max_size=30))
def test_plain_words_stay_what_they_are(word):
    assert parse(word) == Query(terms=(Term(word),))

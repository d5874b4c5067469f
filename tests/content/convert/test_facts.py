"""What a regulation says of itself."""

import pytest

from content.convert.word.dates import days_in
from content.convert.word.facts import facts_of
from content.convert.word.headings import find
from tests.content.convert.corpus import regulations
from tests.content.convert.corpus.regulations import Paper, sentences
from tests.content.convert.measuring import wrong_facts
from tests.content.convert.reading import numbered

pytestmark = pytest.mark.promise("W23")

TEXT = sentences("各科室每月自查一次")[0]


def facts(made):
    box, _labels = numbered(made)
    return facts_of(box, find(box))


def page(*lines, header=""):
    made = Paper("一页")
    if header:
        made.header(header)
    made.title("值班制度", size=18).line(TEXT)
    return made.lines(*lines)


def read(name, *lines, **more):
    return facts(page(*lines, **more)).value(name)


def kinds(made):
    return [one.kind for one in facts(made).questions]


@pytest.mark.parametrize("half", [regulations.tuned, regulations.blind, regulations.later, regulations.fresh])
def test_regulations_tell_their_facts(half):
    wrong, count = wrong_facts(half())

    assert wrong == []
    assert count >= 8


# Days.
@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026年3月1日", "2026-03-01"),
        ("2026 年 03 月 01 日", "2026-03-01"),
        ("２０２６年３月１日", "2026-03-01"),
        ("二〇二六年三月一日", "2026-03-01"),
        ("二○二六年十二月三十一日", "2026-12-31"),
        ("二零二六年十月二十日", "2026-10-20"),
        ("2026-3-1", "2026-03-01"),
        ("2026.03.01", "2026-03-01"),
        ("2026/3/1", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("2026年3月", "2026-03"),
        ("2026年2月30日", ""),
    ],
)
def test_days(text, iso):
    assert [one.iso for one in days_in(f"（{text}）")] == [iso]


@pytest.mark.parametrize("text", ["12026-03-01", "2026年", "10.9.8", "电话2026301"])
def test_what_is_no_day(text):
    assert days_in(text) == []


# Numbers.
@pytest.mark.parametrize(
    ("header", "number"),
    [
        ("文件编号：QH-YW-031　版本：2", "QH-YW-031"),
        ("编 号：SL/HL-B-023    第1页", "SL/HL-B-023"),
        ("文号：青医发[2026] 7 号", "青医发〔2026〕7号"),
        ("制度编码:HL.02.013\t页码：1/3", "HL.02.013"),
        ("第1页 共3页", ""),
    ],
)
def test_numbers_in_headers(header, number):
    found = facts(page(header=header))

    assert (found.value("number"), found.number.place if number else "header") == (number, "header")


def test_a_number_below_a_red_head_is_written_as_it_should_be():
    made = Paper("红头").line("青禾市医院文件", align="center", size=36).line("青医发（2026）007号", align="center")
    found = facts(made.title("关于印发《值班制度》的通知").line(TEXT))

    assert (found.value("number"), found.value("issuing_unit")) == ("青医发〔2026〕7号", "青禾市医院")


def test_numbers_of_other_papers_are_not_ours():
    assert read("number", "根据《医疗质量办法》（某卫医发〔2018〕21号），制定本制度。") == ""


def test_a_number_far_below_the_title_is_anothers():
    made = Paper("下").title("值班制度", size=18).lines(*(f"第{one}组" for one in "甲乙丙丁戊己庚"))

    assert facts(made.line("青医发〔2019〕3号").line(TEXT)).value("number") == ""


def test_pages_are_no_part_of_a_value():
    assert read("title", header="文件名称：交接班制度 第1页 共3页") == "交接班制度"


# Days that bind.
@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("本制度自2026年3月1日起施行。", "2026-03-01"),
        ("本规定从2026年3月1日起执行，由医务科解释。", "2026-03-01"),
        ("本办法于2026年3月1日正式实施。", "2026-03-01"),
        ("自二〇二六年三月一日起生效。", "2026-03-01"),
        ("本制度自２０２６年３月１日起生效。", "2026-03-01"),
        ("本制度2026年3月1日起试行。", "2026-03-01"),
        ("生效日期：2026-03-01", "2026-03-01"),
        ("《医师法》自2022年3月1日起施行。", ""),
        ("2026年3月1日完成整改。", ""),
    ],
)
def test_days_that_bind(line, day):
    assert read("binds_from", line) == day


def test_bound_from_the_day_of_issue():
    made = page("本制度自发布之日起施行。").line("青禾市医院", align="right").line("2026年3月1日", align="right")

    assert (facts(made).value("binds_from"), facts(made).binds_from.place) == ("2026-03-01", "text")
    assert read("binds_from", "本制度自发布之日起施行。") == ""


def test_a_day_that_is_told_is_better_than_that_of_issue():
    made = page("自发布之日起施行。", "本制度自2026年4月1日起施行。", "发布日期：2026年3月1日")

    assert facts(made).value("binds_from") == "2026-04-01"


def test_two_days_that_bind_are_asked_the_text_first():
    made = page("生效日期：2026年1月1日", "本制度自2026年2月1日起施行。")
    [question] = [one for one in facts(made).questions if one.kind == "binds_from"]

    assert (question.options, question.guess) == (("2026-02-01", "2026-01-01"), "2026-02-01")


def test_without_one_the_day_below_is_the_guess():
    made = page().line("青禾市医院", align="right").line("2026年3月1日", align="right")
    [question] = facts(made).questions

    assert (question.kind, question.guess, facts(made).value("binds_from")) == ("binds_from_missing", "2026-03-01", "")


def test_binding_before_it_was_issued_is_asked():
    made = page("本制度自2026年1月1日起施行。").line("青禾市医院", align="right").line("2026年3月1日", align="right")

    assert kinds(made) == ["binds_before_issued"]


def test_binding_after_it_was_issued_is_no_question():
    made = page("本制度自2026年4月1日起施行。").line("青禾市医院", align="right").line("2026年3月1日", align="right")

    assert (kinds(made), facts(made).value("issued_on")) == ([], "2026-03-01")


def test_a_day_no_calendar_has_is_asked():
    assert kinds(page(header="生效日期：2026年2月30日")) == ["date_impossible"]


# Other facts.
@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("版本：V3.1", "V3.1"),
        ("版次：第 2 版", "第2版"),
        ("版本号：A/0 页码：1", "A/0"),
        ("修订号：03", "03"),
        ("版本：", ""),
    ],
)
def test_versions(text, version):
    assert read("version", header=text) == version


@pytest.mark.parametrize(
    "line",
    [
        "2021年印发的《旧制度》同时废止。",
        "原《旧制度》（青医发〔2019〕3号）自行废止。",
        "本制度代替《旧制度》。",
    ],
)
def test_what_it_replaces(line):
    assert read("replaces", line) == "旧制度"


def test_several_that_it_replaces():
    line = "2019年印发的《甲制度》、《乙办法》（青医发〔2019〕3号）同时废止。"

    assert read("replaces", line) == "甲制度、乙办法"


def test_passed_without_a_day():
    made = Paper("通过").title("值班制度", size=18).line("（院长办公会审议通过）", align="center").line(TEXT)

    assert facts(made).value("issued_on") == ""


def test_who_wrote_and_approved_it():
    found = facts(page("编制：冯素云　　审核：陶允之　　批准：郎承业"))

    assert [found.value(name) for name in ("drafted_by", "reviewed_by", "approved_by")] == [
        "冯素云",
        "陶允之",
        "郎承业",
    ]


def test_tables_of_other_things_tell_nothing():
    made = page()
    made.table(["名称", "规格"], ["甲药", "10 ml"]).table(["编号", "7"])

    assert (facts(made).value("title"), facts(made).value("number")) == ("值班制度", "")


def test_a_table_tells_in_cells_and_in_pairs():
    made = Paper("表").table(["编　号", "HL-7", "版 次：B/1"]).title("值班制度").line(TEXT)

    assert [facts(made).value(name) for name in ("number", "version")] == ["HL-7", "B/1"]


def test_two_titles_are_asked():
    made = Paper("表").table(["文件名称", "交接班制度", "版次", "1"]).title("值班制度", size=18).line(TEXT)
    [question] = facts(made).questions

    assert (question.kind, question.options) == ("title", ("交接班制度", "值班制度"))


def test_the_day_it_was_revised():
    made = Paper("修订").title("值班制度", size=18)
    made.line("（2020年5月6日院长办公会通过　2025年7月8日修订）", align="center").line(TEXT)
    found = facts(made)

    assert (found.value("issued_on"), found.value("revised_on")) == ("2020-05-06", "2025-07-08")


def test_others_stay_as_candidates():
    made = page("签发日期：2026年1月1日").line("青禾市医院", align="right").line("2026年3月1日", align="right")
    fact = facts(made).issued_on

    assert (fact.value, fact.place, [one.place for one in fact.others]) == ("2026-01-01", "top", ["signature"])


def test_an_empty_file_tells_nothing():
    found = facts(Paper("空"))

    assert (found.title, found.number, found.questions) == (None, None, [])

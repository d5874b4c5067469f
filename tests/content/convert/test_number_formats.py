"""Every format of numbers, as Word shows it (ECMA-376 Part 1, 17.18.59)."""

import pytest

from content.convert.word.labels import label
from tests.content.convert.corpus.docx import Docx, Level
from tests.content.convert.corpus.numbers import CHINESE_TO_THIRTY
from tests.content.convert.reading import counted, numbers

pytestmark = pytest.mark.promise("W23")


@pytest.mark.parametrize(
    "format", ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "japaneseCounting")
)
def test_chinese_numbers_read_as_people_write_them(format):
    assert counted(Level(format, "%1、"), 30) == [f"{one}、" for one in CHINESE_TO_THIRTY]


def test_articles_pass_a_hundred():
    written = counted(Level("chineseCountingThousand", "第%1条"), 123)

    assert written[0] == "第一条"
    assert written[98:102] == ["第九十九条", "第一百条", "第一百〇一条", "第一百〇二条"]
    assert written[109:112] == ["第一百一十条", "第一百一十一条", "第一百一十二条"]
    assert written[119:] == ["第一百二十条", "第一百二十一条", "第一百二十二条", "第一百二十三条"]


@pytest.mark.parametrize(
    ("format", "first", "signs"),
    (
        ("decimal", 1, "1 2 3"),
        ("decimalZero", 8, "08 09 10"),
        ("decimalFullWidth", 1, "１ ２ ３"),
        ("decimalFullWidth", 9, "９ １０ １１"),
        ("decimalEnclosedCircle", 1, "① ② ③"),
        ("decimalEnclosedCircle", 19, "⑲ ⑳ 21"),
        ("decimalEnclosedCircleChinese", 1, "① ② ③"),
        ("decimalEnclosedCircleChinese", 9, "⑨ ⑩ 11"),
        ("decimalEnclosedParen", 1, "⑴ ⑵ ⑶"),
        ("decimalEnclosedFullstop", 1, "⒈ ⒉ ⒊"),
        ("ideographEnclosedCircle", 1, "㈠ ㈡ ㈢"),
        ("upperRoman", 3, "III IV V"),
        ("lowerRoman", 1, "i ii iii"),
        ("lowerRoman", 39, "xxxix xl xli"),
        ("upperLetter", 1, "A B C"),
        ("upperLetter", 25, "Y Z AA"),
        ("lowerLetter", 26, "z aa bb"),
        ("chineseCounting", 99, "九十九 一○○ 一○一"),
        ("chineseCountingThousand", 999, "九百九十九 一千 一千〇一"),
        ("chineseCountingThousand", 10_010, "一万〇一十 一万〇一十一 一万〇一十二"),
        ("chineseLegalSimplified", 1, "壹 贰 叁"),
        ("chineseLegalSimplified", 10, "壹拾 壹拾壹 壹拾贰"),
        ("chineseLegalSimplified", 101, "壹佰零壹 壹佰零贰 壹佰零叁"),
        ("ideographDigital", 9, "九 一〇 一一"),
        ("ideographLegalTraditional", 1, "壹 貳 參"),
        ("ideographTraditional", 1, "甲 乙 丙"),
        ("ideographTraditional", 9, "壬 癸 11"),
        ("ideographZodiac", 1, "子 丑 寅"),
        ("ideographZodiac", 11, "戌 亥 13"),
        ("ideographZodiacTraditional", 1, "甲子 乙丑 丙寅"),
        ("japaneseCounting", 100, "百 百一 百二"),
        ("japaneseLegal", 1, "壱 弐 参"),
        ("taiwaneseCountingThousand", 101, "一百零一 一百零二 一百零三"),
        ("taiwaneseDigital", 10, "一○ 一一 一二"),
        ("koreanDigital", 1, "일 이 삼"),
        ("ordinal", 1, "1st 2nd 3rd"),
        ("ordinal", 11, "11th 12th 13th"),
        ("ordinal", 21, "21st 22nd 23rd"),
        ("numberInDash", 1, "- 1 - - 2 - - 3 -"),
        ("hex", 9, "9 A B"),
        ("chicago", 4, "§ ** ††"),
        ("somethingNew", 1, "1 2 3"),
    ),
)
def test_formats(format, first, signs):
    written = counted(Level(format, "%1", start=first), 3)

    assert " ".join(written) == signs


def test_numbers_no_list_can_have_do_no_harm():
    formats = ("upperRoman", "lowerLetter", "chineseCountingThousand", "ideographZodiac", "decimalFullWidth", "chicago")
    for format in formats:
        assert all(label(number, format) for number in (-5, 0, 10**7, 2**31))
        assert len(label(2**31, format)) < 40


def test_a_format_given_by_its_picture():
    level = Level("custom", "%1")
    picture = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="{}"/></mc:Choice>'
    picture += '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    written = []
    for format in ("001, 002, 003, ...", "①, ②, ③, ...", "甲, 乙, 丙 ..."):
        made = Docx()
        number = made.numbering(level)
        made.abstracts[0] = made.abstracts[0].replace('<w:numFmt w:val="custom"/>', picture.format(format))
        written += numbers(made.paragraph("甲", number=(number, 0)).paragraph("乙", number=(number, 0)))

    assert written == ["001", "002", "①", "②", "甲", "乙"]

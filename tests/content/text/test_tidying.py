import time

import pytest
from hypothesis import given

from content.text import render
from content.text.targets import exchange_targets
from content.text.tidying import tidy, without_comments
from tests.content.text.sources import SOURCES


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- 甲\n  - 乙\n    - 丙\n- 丁", "- 甲\n    - 乙\n        - 丙\n- 丁"),
        ("1. 甲\n   - 乙\n2. 丙", "1. 甲\n    - 乙\n2. 丙"),
        ("1) 甲\n2) 乙", "1. 甲\n2. 乙"),
        ("- 甲\n\n  第二段\n- 乙", "- 甲\n\n    第二段\n- 乙"),
        ("-   甲\n    -   乙", "- 甲\n    - 乙"),
        ("\t代码", "    代码"),
        ("    - 代码", "    - 代码"),
        ("```\n  - 甲\n    - 乙\n```", "```\n  - 甲\n    - 乙\n```"),
        ("段\r\n  缩进的段", "段\n  缩进的段"),
    ],
)
def test_lists_nest_by_four_blanks(source, expected):
    assert tidy(source) == expected


def test_lists_of_two_blanks_nest_when_rendered():
    assert render(tidy("- 甲\n  - 乙\n    - 丙")).html.count("<ul>") == 3


@given(SOURCES)
def test_what_is_tidy_stays(source):
    assert tidy(source) == source


@given(SOURCES)
def test_tidying_twice_is_tidying_once(source):
    untidy = source.replace("    ", "  ")

    assert tidy(tidy(untidy)) == tidy(untidy)


def test_comments_on_lines_of_their_own_go():
    assert without_comments("甲\n\n<!-- INFO END -->\n\n乙 <!-- 在行内 -->") == "甲\n\n\n乙 <!-- 在行内 -->"


def test_every_address_outside_code_is_exchanged():
    source = (
        '![图](img/a.png "题") [文](<b c.md>) [括](d(1).md) `[码](e.md)`\n\n'
        "```\n[码](f.md)\n```\n\n[名]\n\n[名]: g.md\n"
    )
    seen = []

    def exchange(kind, address, words, at):
        seen.append((kind, address, words))
        return None if address == "b c.md" else f"file:{address[0]}"

    made = exchange_targets(source, exchange)

    assert seen == [
        ("picture", "img/a.png", "图"),
        ("link", "b c.md", "文"),
        ("link", "d(1).md", "括"),
        ("link", "g.md", "名"),
    ]
    assert made.startswith('![图](file:i "题") 文 [括](file:d) `[码](e.md)`')
    assert made.endswith("```\n[码](f.md)\n```\n\n[名]\n\n[名]: file:g\n")


def test_an_address_that_stays_leaves_the_text_untouched():
    source = "[a]( <b>  'c' ) ![x](y) [^1]\n\n[^1]: 注"

    assert exchange_targets(source, lambda kind, address, words, at: address) == source


@pytest.mark.parametrize("unit", ["[", "[a", "[a](", "![", "[a](b(", "`", "```\n", "[a]: ", "[[a]](", "<!--", "- a\n "])
def test_hostile_sources_take_no_time(unit):
    source = (unit * 50_000)[:50_000]
    started = time.process_time()

    exchange_targets(source, lambda kind, address, words, at: address)
    tidy(source)
    without_comments(source)

    assert time.process_time() - started < 4

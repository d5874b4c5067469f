"""The canonical form of what authors write, and that it is what they wrote wherever that was canonical."""
# ruff: noqa: E501

import time
from contextlib import suppress

import pytest

from content.text import TooDeep, render
from content.text.tree import markdown_of, tree_of
from content.text.tree.schema import new, said
from tests.content.text.test_limits import OTHERS, WORST, spelt

UID = "a2b3c4d5e6f7"
SAME = {
    "half emphasis": "**危急值：**立即处理，*慢*推",
    "signs in words": "10~20 mL，5~10 分钟，10^9/L，K<3.5，A&B，snake_case，5 * 3，国发[2019]12号，C:\\dir",
    "levels": "H~2~O、Ca(OH)~2~ 与 10^9^/L",
    "marked and struck": "==标== ~~删~~ <u>线</u> <kbd>Ctrl</kbd>",
    "lines": "甲\n乙\n丙",
    "addresses": "见 https://www.nhc.gov.cn/a_b?c=1 与 [页](page:a2b3c4d5e6f7#处理)",
    "numbers in text": "1\\. 不是列表\n\\- 不是\n\\# 不是",
    "nested lists": "- 甲\n    - 乙\n        1. 丙\n        2. 丁\n- 戊",
    "loose lists": "1. 甲\n\n    乙\n\n2. 丙",
    "list from three": "3. 甲\n4. 乙",
    "neighbouring lists": "- 甲\n\n<!-- -->\n\n- 乙",
    "tasks": "- [ ] 待做\n- [x] **做完**",
    "table": "| 药 | 量 |\n|---|--:|\n| a\\|b | 甲<br>乙 |\n|  | `x` |",
    "merged cells": '<table markdown="1">\n<tr markdown="1"><td rowspan="2" markdown="span">**甲**[^1]</td>'
    '<td markdown="span">乙</td></tr>\n<tr markdown="1"><td markdown="block">\n\n- 丙\n\n</td></tr>\n</table>\n\n[^1]: 注',
    "table in a cell": '<table markdown="1">\n<tr markdown="1"><td markdown="block">\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'
    '</td><td markdown="span">丁</td></tr>\n</table>',
    "callouts": "> [!注意] 标题\n> 甲\n> 乙\n>\n> - 丙\n\n> [!警告] 立即停药",
    "quote": "> 甲\n>\n> > 乙",
    "code": "```mermaid\ngraph TD\n  A --> B\n\n  B --> C\n```",
    "code in an item": "1. 执行\n\n        sudo reboot\n        ls *.md\n\n2. 完成",
    "footnotes": "甲[^1]乙[^a]\n\n[^1]: 注\n[^a]: 又注",
    "definitions": "术语\n:   解释\n\n又一\n二名\n:   解释\n:   又解",
    "pictures": f'![说明](file:{UID} "图题")\n\n[名称.pdf](file:{UID})',
    "sections of other pages": f"![处理](page:{UID}#处理)\n\n- <span></span>\n\n    ![](page:{UID})\n\n> ![甲](page:{UID})",
    "persons and places": f'[@林小满](mention:{UID})见[表 3](#表-3)\n\n<span id="表-3"></span>甲',
    "text box": '<aside class="textbox" markdown="1">\n\n甲\n\n- 乙\n\n</aside>',
    "details": '<details markdown="1">\n<summary markdown="span">更多</summary>\n\n甲\n\n</details>',
    "remark": "<!-- 待核 -->\n\n甲",
    "wiki link not yet there": "[[还没有的页]]与[[甲#乙|丙]]",
    "rule": "甲\n\n---\n\n乙",
}


@pytest.mark.promise("E7")
@pytest.mark.parametrize("source", SAME.values(), ids=SAME)
def test_what_is_canonical_stays_to_the_letter(source):
    assert markdown_of(tree_of(source)) == source + "\n"


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("标题\n===", "# 标题"),
        ("* 甲\n+ 乙", "- 甲\n- 乙"),
        ("__粗__ _斜_", "**粗** *斜*"),
        ("[页][1]\n\n[1]: page:a2b3c4d5e6f7", "[页](page:a2b3c4d5e6f7)"),
        ("甲|乙\n--|--\n1|2", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
        ("> [!note]\n> 甲", "> [!NOTE] 甲"),
        ("<table><tr><th>甲</th></tr><tr><td>乙</td></tr></table>", "| 甲 |\n|---|\n| 乙 |"),
        ("血压<BP>", "血压&lt;BP>"),
        ("~~~\n甲\n~~~", "```\n甲\n```"),
    ],
)
def test_other_ways_of_writing_become_canonical(source, canonical):
    assert markdown_of(tree_of(source)) == canonical + "\n"


def test_marks_side_by_side_do_not_run_into_each_other():
    content = [said("甲", [{"type": "bold"}]), said("乙", [{"type": "italic"}]), said("*丙", [{"type": "bold"}])]
    doc = new("doc", [new("paragraph", content)])

    assert tree_of(markdown_of(doc)) == doc


def test_small_numbers_behind_a_link_stay_small():
    link = said("甲", [{"type": "link", "attrs": {"href": "page:a2b3c4d5e6f7"}}])
    doc = new("doc", [new("paragraph", [link, said("2", [{"type": "subscript"}])])])

    assert tree_of(markdown_of(doc)) == doc


def test_words_behind_an_address_are_no_part_of_it():
    address = said("https://a.b", [{"type": "link", "attrs": {"href": "https://a.b"}}])
    doc = new("doc", [new("paragraph", [address, said("<details>")])])

    assert tree_of(markdown_of(doc)) == doc


def test_a_paragraph_too_long_for_the_parser_is_parted_between_words():
    doc = new("doc", [new("paragraph", [said("*甲" * 20_000)])])

    saved = markdown_of(doc)

    assert render(saved).text.replace("\n", "") == "*甲" * 20_000
    assert markdown_of(tree_of(saved)) == saved


def test_an_empty_page_stays_empty():
    assert markdown_of(tree_of("")) == ""


@pytest.mark.parametrize("unit", [*spelt(WORST), *spelt(OTHERS)])
def test_no_sign_repeated_takes_seconds(unit):
    started = time.process_time()
    with suppress(TooDeep):
        markdown_of(tree_of((unit * 10_000)[:10_000]))
    assert time.process_time() - started < 3


@pytest.mark.parametrize("text", ["![图](file:aaaaaaaaaaaa){width=300}，见下", "![图](file:aaaaaaaaaaaa)\\{width=300}"])
def test_a_picture_is_as_wide_as_its_writer_said_and_braces_beside_it_stay_words(text):
    assert markdown_of(tree_of(text)).strip() == text

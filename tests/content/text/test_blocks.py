import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.blocks import join, split
from tests.content.text.sources import SOURCES


def kinds(source, **options):
    return [(block.kind, block.text) for block in split(source, **options)]


def test_headings_paragraphs_items_and_rows_are_blocks_of_their_own():
    source = "# 一\n\n甲\n甲二\n\n- 乙\n- 丙\n    - 丁\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> 引\n> 用"

    assert kinds(source) == [
        ("heading", "# 一"),
        ("paragraph", "甲\n甲二"),
        ("item", "- 乙"),
        ("item", "- 丙"),
        ("item", "    - 丁"),
        ("row", "| a | b |"),
        ("columns", "|---|---|"),
        ("row", "| 1 | 2 |"),
        ("quote", "> 引\n> 用"),
    ]


def test_code_and_html_are_whole_whatever_is_in_them():
    source = "```\n# 不是标题\n\n- 不是项\n```\n\n<table>\n<tr>\n\n<td><table></table></td></tr>\n</table>\n\n完"

    assert [kind for kind, _text in kinds(source)] == ["code", "html", "paragraph"]


def test_a_tag_that_never_closes_swallows_nothing():
    assert [kind for kind, _text in kinds("<div>\n甲\n\n乙")] == ["paragraph", "paragraph"]


def test_a_table_can_be_one_block():
    assert kinds("| a |b|\n|---|---|\n|1|2|\n\n完", whole_tables=True)[0] == ("table", "| a |b|\n|---|---|\n|1|2|")


def test_padding_of_tables_and_numbers_of_lists_say_nothing_new():
    assert split("|a|b|\n|---|---|\n|1|2|")[2].key == split("|a|b|\n|---|---|\n|  1 | 2  |")[2].key
    assert split("3. 甲")[0].key == split("4. 甲")[0].key


@given(SOURCES)
def test_joining_the_blocks_gives_the_source(source):
    assert join(split(source)) == source
    assert join(split(source, whole_tables=True)) == source


@given(st.text(alphabet="#->|`~1.甲 \n<div/>:[^]", max_size=60))
def test_no_character_is_lost_from_any_text(source):
    assert join(split(source)).split() == source.split()


@pytest.mark.parametrize("blocks", [("甲", "乙"), ("> 甲", "> 乙"), ("- 甲", "乙")])
def test_what_would_flow_together_is_parted(blocks):
    parts = [split(f"{block}\n- 项\n")[0] if block.startswith("-") else split(block)[0] for block in blocks]

    assert join(parts) == "\n\n".join(blocks)

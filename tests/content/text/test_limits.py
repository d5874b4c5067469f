"""A hostile text costs no more than a long one."""

import time
from contextlib import suppress

import pytest

from content.text import TooDeep, TooLong, render
from content.text.limits import MAX_CHARACTERS
from content.text.titles import resolve_wiki_links

LENGTH = 50_000
ENOUGH = 5  # seconds on a busy machine; what grew quadratically took minutes
WORST = """* *a **a [ [a [a]( [a](< ![ ` `a``b < <a␣ <a␣b=" <a␣b=' <!-- <![CDATA[ &#9 #␣a⏎ 1.␣a⏎ a⏎:␣␣␣b⏎ a⏎=⏎ ***⏎"""
OTHERS = """** *a**b _ _a ![a](b" <? & &amp; \\ | a|b⏎ - -␣a⏎ > [^1] [^1]:␣a⏎⏎ [a]:␣b⏎ ```⏎ ```a⏎```⏎ ( a⏎⏎ ␣␣⏎ ⏎ # ==a
~~a http://a␣ <p> <li> [[a]] \\* ] a]( *a* **a** [a](b)␣ <http://a>␣ <a@b>␣ `a`␣ >␣#␣a⏎ >␣a⏎ ^a a~1 第一条 </div>
[![a](b)](c) a␣|␣b⏎---|---⏎ <a/> <br> &# \ufdd0 \x02 \x00"""


def spelt(patterns):
    return [pattern.replace("␣", " ").replace("⏎", "\n") for pattern in patterns.split()]


def rendering_time(source):
    started = time.process_time()
    with suppress(TooDeep):
        render(source)
    return time.process_time() - started


@pytest.mark.parametrize("unit", spelt(WORST))
def test_fifty_thousand_characters_of_one_sign(unit):
    assert rendering_time((unit * LENGTH)[:LENGTH]) < ENOUGH


@pytest.mark.parametrize("unit", spelt(OTHERS))
def test_any_sign_may_be_repeated(unit):
    assert rendering_time((unit * LENGTH)[: LENGTH // 10]) < ENOUGH


@pytest.mark.parametrize("unit", ["> ", "- ", "1. ", "<div>", "<b>", "<ul><li>", "<table><tr><td>"])
def test_a_thousand_levels_are_refused_in_words(unit):
    with pytest.raises(TooDeep, match="套得太深"):
        render(unit * 1_000 + "x")


def test_after_a_refusal_the_next_text_is_read_as_ever():
    for _again in range(3):
        with pytest.raises(TooDeep):
            render("1. " * 2_000 + "x")
        assert render("- 甲\n\n乙").html == "<ul>\n<li>甲</li>\n</ul>\n<p>乙</p>"


def test_ten_levels_are_fine():
    assert render("\n".join(f"{'    ' * level}- {level}" for level in range(10))).html.count("<ul>") == 10


def test_a_million_characters_are_the_end():
    with pytest.raises(TooLong, match="100 万字"):
        render("字" * (MAX_CHARACTERS + 1))


def test_a_million_characters_of_articles_take_seconds():
    article = "第{}条 " + "医师应当坚持人民至上、生命至上，发扬人道主义精神。" * 10 + "\n\n"
    source = "".join(article.format(number) for number in range(3_700))[:MAX_CHARACTERS]
    started = time.process_time()

    rendered = render(source)

    assert time.process_time() - started < 10
    assert rendered.html.count('class="article-no"') > 3_500


def test_a_line_longer_than_anybody_reads_loses_nothing():
    assert render("字" * 60_000).text.replace("\n", "") == "字" * 60_000


@pytest.mark.parametrize("unit", ["[[", "[[a", "```\n", "`", "[[a]]", "~~~\n```\n"])
def test_wiki_links_are_found_in_linear_time(unit):
    started = time.process_time()

    resolve_wiki_links((unit * LENGTH)[:LENGTH], lambda titles: {})

    assert time.process_time() - started < ENOUGH

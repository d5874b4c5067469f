"""860 real laws and regulations: nothing of their text is lost, and every article can be linked."""

import os
import zipfile
from pathlib import Path

import pytest

from content.text import render
from content.text.differences import compare
from content.text.merging import merge
from content.text.tidying import tidy, without_comments

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "data" / "laws.zip"
pytestmark = [
    pytest.mark.laws,
    pytest.mark.skipif(not CORPUS.exists() and "CI" not in os.environ, reason="the corpus of regulations is not here"),
]


@pytest.fixture(scope="module")
def laws():
    with zipfile.ZipFile(CORPUS) as box:
        files = [name for name in box.namelist() if name.endswith(".md")]
        return {name: tidy(without_comments(box.read(name).decode())) for name in files}


def letters(text):
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.promise("W1")
def test_the_plain_text_of_every_law_says_all_of_it(laws):
    numbers_of_lists = {"机动车驾驶证申领和使用规定"}  # its “1.” are list numbers, which browsers write

    for name, source in laws.items():
        if not any(part in name for part in numbers_of_lists):
            assert letters(render(source).text) == letters(source), name


def test_every_article_of_the_law_on_physicians_has_its_anchor(laws):
    (source,) = (source for name, source in laws.items() if "/医师法" in name)

    html = render(source).html

    assert html.count('class="article-no"') == 67
    assert '<p id="第六十七条">' in html
    assert render(source).toc[1] == [3, "第一章-总-则", "第一章 总 则"]


def test_a_revision_of_a_law_is_merged_and_shown(laws):
    (law,) = (source for name, source in laws.items() if "护士条例" in name)
    mine, theirs = law.replace("护士", "护理人员", 3), law + "\n\n本条例自公布之日起施行。\n"

    assert merge(law, mine, theirs).is_clean
    assert len(compare(law, theirs).changes) == 1

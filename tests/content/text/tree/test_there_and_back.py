"""E7–E9: from Markdown to the editor and back nothing is lost, and the page shows what the editor shows."""

import os
import re

import pytest
from hypothesis import HealthCheck, given, settings

from content.text import Unrenderable, render
from content.text.tree import check, markdown_of, normal, tree_of
from tests.content.text.tree.growing import clinical_sources, sources, trees
from tests.content.text.tree.outlines import outline_of_page, outline_of_tree, words_of_page

# Browsers put these somewhere, and a heading without words is not shown.
UNCLOSED = re.compile(
    r"</td>(?!<td|</tr>)|<table markdown=.1.>(?!\n<tr)|<pre>|<div>|<details>|<b>|<u>|<a |# *(?:!\[|<)|(?m:# *$)"
)  # browsers put these somewhere
HOW_MANY = int(os.environ.get("HZH_EXAMPLES", "60"))
many = settings(max_examples=HOW_MANY, deadline=None, suppress_health_check=list(HealthCheck))


def opened(source):
    try:
        return tree_of(source)
    except Unrenderable:
        return None


@pytest.mark.promise("E8")
@many
@given(sources)
def test_any_text_opened_and_saved_says_the_same_and_then_stays_as_it_is(source):
    if (tree := opened(source)) is None:
        return
    saved = markdown_of(tree)

    assert words_of_page(render(saved).html) == words_of_page(render(source).html)
    assert tree_of(saved) == tree
    assert markdown_of(tree_of(saved)) == saved


@pytest.mark.promise("E8")
@many
@given(clinical_sources)
def test_clinical_words_stay_what_they_are(source):
    tree = tree_of(source)

    assert tree_of(markdown_of(tree)) == tree
    assert words_of_page(render(markdown_of(tree)).html) == words_of_page(render(source).html)


@pytest.mark.promise("E7")
@many
@given(trees)
def test_whatever_the_editor_holds_comes_back_from_its_markdown(tree):
    canonical = normal(tree)
    saved = markdown_of(tree)

    assert normal(canonical) == canonical
    assert tree_of(saved) == canonical
    assert markdown_of(canonical) == saved


@pytest.mark.promise("E9")
@many
@given(trees)
def test_the_page_shows_the_structure_of_the_editor(tree):
    saved = markdown_of(tree)

    assert outline_of_page(render(saved).html) == outline_of_tree(normal(tree))


@pytest.mark.promise("E9")
@many
@given(sources)
def test_the_page_of_any_text_shows_the_structure_of_the_editor(source):
    if not UNCLOSED.search(source) and (tree := opened(source)) is not None:
        assert outline_of_page(render(source).html) == outline_of_tree(tree)


@pytest.mark.promise("E16")
@many
@given(sources)
def test_what_is_read_passes_the_check(source):
    if (tree := opened(source)) is not None:
        check(tree)

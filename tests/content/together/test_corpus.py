"""Every page of the demo and every law: opened in a room, and saved untouched."""

import os

import pytest
from pycrdt import Doc

from content.text.tree import markdown_of, tree_of
from content.together.fragments import fill, tree_of_doc
from tests.content.text.tree.test_corpus import LAWS, demo_pages, laws


def saved_from_a_room(source):
    tree = tree_of(source)
    doc, other = Doc(), Doc()
    fill(doc, tree)
    other.apply_update(doc.get_update())
    return tree, markdown_of(tree_of_doc(other))


@pytest.mark.promise("E7")
@pytest.mark.promise("E23")
def test_every_page_of_the_demo():
    for name, source in demo_pages():
        tree, saved = saved_from_a_room(source)

        assert saved == markdown_of(tree), name
        assert saved_from_a_room(saved)[1] == saved, name


@pytest.mark.promise("E7")
@pytest.mark.laws
@pytest.mark.skipif(not LAWS.exists() and "CI" not in os.environ, reason="the corpus of regulations is not here")
def test_every_law():
    same = 0
    for name, source in laws():
        tree, saved = saved_from_a_room(source)
        assert saved == markdown_of(tree), name
        same += saved.strip() == source.strip()

    assert same > 0

"""E7: the tree in a Yjs document is the tree that was put in."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from pycrdt import Doc, XmlElement, XmlText

from content.text import Unrenderable
from content.text.tree import Unfit, check, markdown_of, normal, tree_of
from content.text.tree.schema import mark, new, said
from content.together.fragments import body_of, fill, tree_of_doc
from tests.content.text.tree.growing import sources, trees

HOW_MANY = int(os.environ.get("HZH_EXAMPLES", "60"))
many = settings(max_examples=HOW_MANY, deadline=None, suppress_health_check=list(HealthCheck))


def a_doc(tree):
    doc = Doc()
    fill(doc, tree)
    return doc


def sent(doc):
    """The document as another process gets it."""
    other = Doc()
    other.apply_update(doc.get_update())
    return other


@pytest.mark.promise("E7")
@many
@given(trees)
def test_whatever_the_editor_holds_stays_in_the_document(tree):
    tree = normal(tree)

    assert tree_of_doc(sent(a_doc(tree))) == tree


@pytest.mark.promise("E7")
@pytest.mark.promise("E8")
@many
@given(sources)
def test_any_markdown_comes_back_from_the_document(source):
    try:
        tree = tree_of(source)
    except Unrenderable:
        return

    there = tree_of_doc(sent(a_doc(tree)))

    assert normal(there) == tree
    assert markdown_of(there) == markdown_of(tree)


def test_rare_characters_keep_their_marks():
    bold, link = mark("bold"), mark("link", href="https://a.b/")
    words = [said("𠮷野"), said("🩺危急值", [bold]), said("：👨‍👩‍👧", [link, bold]), said("𠮷立即", [mark("code")])]
    tree = new("doc", [new("paragraph", [*words, new("hardBreak"), said("下一行")])])

    assert tree_of_doc(sent(a_doc(tree))) == tree


def test_marks_of_a_picture_stay():
    image = {**new("image", src="file:a2b3c4d5e6f7", alt="图"), "marks": [mark("link", href="https://a.b/")]}
    tree = new("doc", [new("paragraph", [said("见"), image])])

    assert tree_of_doc(sent(a_doc(tree))) == tree


def test_a_fold_that_lost_its_head_gets_one():
    inside = new("detailsContent", [new("paragraph", [said("内")])])
    tree = new("doc", [new("details", [new("detailsSummary", [said("头")]), inside])])
    doc = a_doc(tree)

    del body_of(doc).children[0].children[0]

    check(tree_of_doc(doc))
    assert "内" in markdown_of(tree_of_doc(doc))


@pytest.mark.promise("E25")
@pytest.mark.parametrize(
    "damage",
    [
        lambda body: body.children.append(XmlElement("script")),
        lambda body: body.children.append(XmlElement("heading", {"level": 12})),
        lambda body: body.children.append(XmlElement("heading", {"onclick": "x"})),
        lambda body: body.children.append(XmlText("bare")),
        lambda body: body.children[0].children[0].format(0, 1, {"blink": {}}),
        lambda body: body.children[0].children[0].insert_embed(0, {"a": 1}),
        lambda body: body.children[0].children[0].format(0, 1, {"link": {"href": "javascript:alert(1)"}}),
        lambda body: nested(body, 70),
    ],
)
def test_a_damaged_document_is_refused(damage):
    doc = a_doc(new("doc", [new("paragraph", [said("字")])]))

    damage(body_of(doc))

    with pytest.raises(Unfit):
        tree_of_doc(doc)


def nested(parent, levels):
    for _level in range(levels):
        parent = parent.children.append(XmlElement("blockquote"))


def test_a_target_that_no_browser_would_keep_is_written_so_that_it_may_stay():
    check(tree_of('[a](https://a.b/?q="c")\n\n![b](<d e.png>)\n\n[e]\n\n[e]: f"'))

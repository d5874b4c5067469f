"""E19: a document is made to say another text, and what others type elsewhere in it meanwhile stays."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Doc, XmlText

from content.text import Unrenderable
from content.text.tree import normal, tree_of
from content.text.tree.schema import new, said
from content.together.changing import apply_difference, piece_of
from content.together.fragments import body_of, fill, node_of, tree_of_doc
from tests.content.text.tree.growing import sources, trees

HOW_MANY = int(os.environ.get("HZH_EXAMPLES", "60"))
many = settings(max_examples=HOW_MANY, deadline=None, suppress_health_check=list(HealthCheck))
TYPED = "𠮷打字🩺"


def a_doc(markdown_or_tree):
    doc = Doc()
    fill(doc, tree_of(markdown_or_tree) if isinstance(markdown_or_tree, str) else markdown_or_tree)
    return doc


def copy_of(doc):
    other = Doc()
    other.apply_update(doc.get_update())
    return other


def merged(doc, other):
    doc.apply_update(other.get_update(doc.get_state()))
    return normal(tree_of_doc(doc))


def paragraph(*words):
    return new("paragraph", [said("".join(words))] if words else [])


@many
@given(trees, trees)
def test_a_document_can_be_made_to_say_any_other_text(tree, other):
    doc = a_doc(normal(tree))

    apply_difference(doc, other)

    assert normal(tree_of_doc(copy_of(doc))) == normal(other)


@many
@given(sources)
def test_nothing_to_change_sends_nothing(source):
    try:
        tree = tree_of(source)
    except Unrenderable:
        return
    doc = a_doc(tree)
    before = doc.get_state()

    apply_difference(doc, tree)

    assert doc.get_state() == before


@pytest.mark.promise("E19")
@many
@given(trees, trees, st.lists(trees, max_size=2), st.data())
def test_what_is_typed_in_a_block_that_stays_is_kept(before, after, kept, data):
    """The blocks of `kept` are in both texts; somebody types in one of them, while another replaces all the rest."""
    stays = [paragraph("这一段两边都没有改过"), *(block for tree in kept for block in blocks_of(tree))]
    doc = a_doc(new("doc", [*blocks_of(before), *stays]))
    other = copy_of(doc)
    wanted = new("doc", [*blocks_of(after), *stays])

    apply_difference(other, wanted)
    places = texts_in(body_of(doc), len(blocks_of(before)))
    place = data.draw(st.sampled_from(places))
    place.insert(len(place), TYPED)
    result = merged(doc, other)

    assert TYPED in said_in(result)
    assert said_in(result).replace(TYPED, "") == said_in(normal(wanted))


def blocks_of(tree):
    return [block for block in normal(tree)["content"] if block["type"] not in ("footnotes", "comment", "html")]


def texts_in(body, start):
    found, waiting = [], list(body.children)[start:]
    while waiting:
        child = waiting.pop()
        if isinstance(child, XmlText):
            found.append(child)
        else:
            waiting += list(child.children)
    return found


def said_in(node):
    words = node.get("text") or "".join(str(value) for value in node.get("attrs", {}).values())
    return words + "".join(said_in(child) for child in node.get("content", ()))


@pytest.mark.promise("E19")
def test_two_may_change_one_paragraph_in_different_places():
    doc = a_doc("血钾 6.2 mmol/L 时立即报告，并复查。")
    other = copy_of(doc)

    apply_difference(other, tree_of("血钾 6.5 mmol/L 时立即报告，并复查。"))
    text = body_of(doc).children[0].children[0]
    text.insert(len(text), "由𠮷医生签字。")

    assert merged(doc, other) == tree_of("血钾 6.5 mmol/L 时立即报告，并复查。由𠮷医生签字。")


@pytest.mark.promise("E19")
def test_two_may_change_different_cells_of_one_row():
    doc = a_doc("| 项目 | 值 |\n|---|---|\n| 血钾 | 6.2 |")
    other = copy_of(doc)

    apply_difference(other, tree_of("| 项目 | 值 |\n|---|---|\n| 血钾 | 高 |"))
    cell = body_of(doc).children[0].children[1].children[0].children[0].children[0]
    cell.insert(len(cell), "（K）")

    assert merged(doc, other) == tree_of("| 项目 | 值 |\n|---|---|\n| 血钾（K） | 高 |")


def test_a_look_given_by_one_meets_words_written_by_another():
    doc = a_doc("危急值立即报告")
    other = copy_of(doc)

    apply_difference(other, tree_of("**危急值**立即报告"))
    text = body_of(doc).children[0].children[0]
    text.insert(len(text), "医生")

    assert merged(doc, other) == tree_of("**危急值**立即报告医生")


def test_words_around_a_new_picture_are_not_written_again():
    doc = a_doc("前面的话后面的话")
    first = body_of(doc).children[0].children[0]

    apply_difference(doc, tree_of("前面的话![图](file:a2b3c4d5e6f7)后面的话"))

    assert len(list(body_of(doc).children)) == 1
    assert str(first) == "前面的话"


def test_an_empty_paragraph_somebody_is_about_to_write_in_stays():
    doc = a_doc(new("doc", [paragraph("一"), paragraph(), paragraph("二")]))

    apply_difference(doc, tree_of("一\n\n二\n\n三"))

    assert [piece_of(node_of(child)).text for child in body_of(doc).children] == ["一", "", "二", "三"]

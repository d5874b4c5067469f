"""A tree from a stranger enters only where the schema knows all of it."""

import copy

import pytest

from content.text.tree import Unfit, check, tree_of

SOURCE = """## 处理

- [x] 甲 **乙** [页](page:a2b3c4d5e6f7#处理)

| a | b |
|---|--:|
| 1 | ![图](file:a2b3c4d5e6f7) [@林](mention:a2b3c4d5e6f7) |

> [!注意] 标题
> 甲[^1]

[^1]: 注
"""


def doc(*content):
    return {"type": "doc", "content": list(content)}


def paragraph(*content, **more):
    return {"type": "paragraph", "content": list(content), **more}


def text(said="甲", *marks):
    return {"type": "text", "text": said, **({"marks": list(marks)} if marks else {})}


def nested(depth):
    node = paragraph(text())
    for _level in range(depth):
        node = {"type": "blockquote", "content": [node]}
    return doc(node)


def test_what_we_read_ourselves_passes():
    check(tree_of(SOURCE))


@pytest.mark.promise("E15")
@pytest.mark.parametrize(
    ("tree", "why"),
    [
        (None, "not a doc"),
        ([], "not a doc"),
        (paragraph(), "not a doc"),
        (doc({"type": "script"}), "unknown node 'script'"),
        (doc("甲"), "unknown node 'None'"),
        (doc({"type": ["paragraph"]}), "unknown node"),
        (doc(text()), "text within doc"),
        (doc(paragraph(paragraph())), "paragraph within paragraph"),
        (doc({"type": "tableRow", "content": []}), "tableRow within doc"),
        (doc({"type": "bulletList", "content": [paragraph()]}), "paragraph within bulletList"),
        (doc({"type": "heading", "attrs": {"level": 7}}), "attribute 'level'"),
        (doc({"type": "heading", "attrs": {"level": True}}), "attribute 'level'"),
        (doc({"type": "heading", "attrs": {"level": 2.0}}), "attribute 'level'"),
        (doc({"type": "heading", "attrs": {"onclick": "x"}}), "unknown attribute 'onclick'"),
        (doc(paragraph(attrs={"style": "color:red"})), "unknown attribute 'style'"),
        (doc(paragraph(attrs="x")), "attributes of paragraph"),
        (doc(paragraph(content="x") | {"html": "x"}), "unknown field"),
        (doc(paragraph({"type": "text", "text": ""})), "text of text"),
        (doc(paragraph({"type": "text", "text": 5})), "text of text"),
        (doc(paragraph({"type": "text"})), "text of text"),
        (doc(paragraph(text("甲", {"type": "textStyle"}))), "unknown mark 'textStyle'"),
        (doc(paragraph(text("甲", {"type": "link", "attrs": {"href": "javascript:alert(1)"}}))), "attribute 'href'"),
        (doc(paragraph(text("甲", {"type": "link", "attrs": {"href": "java\tscript:x"}}))), "attribute 'href'"),
        (doc(paragraph(text("甲", {"type": "link", "attrs": {"href": "data:text/html,x"}}))), "attribute 'href'"),
        (doc(paragraph(text("甲", {"type": "link"}))), "link without 'href'"),
        (doc(paragraph({"type": "image", "attrs": {"src": "data:image/png;base64,x"}})), "attribute 'src'"),
        (doc(paragraph({"type": "mention", "attrs": {"uid": "1", "label": "x"}})), "attribute 'uid'"),
        (doc(paragraph({"type": "file", "attrs": {"uid": "a2b3c4d5e6f7"}})), "file without 'name'"),
        (doc(paragraph({"type": "place", "attrs": {"id": 'x"y'}})), "attribute 'id'"),
        (doc({"type": "callout", "attrs": {"kind": "x"}}), "attribute 'kind'"),
        (doc({"type": "include", "attrs": {"anchor": "a"}}), "include without 'uid'"),
        (doc({"type": "include", "attrs": {"uid": "x"}}), "attribute 'uid'"),
        (doc({"type": "include", "attrs": {"uid": "a2b3c4d5e6f7", "anchor": 'a"b'}}), "attribute 'anchor'"),
        (doc(paragraph({"type": "include", "attrs": {"uid": "a2b3c4d5e6f7"}})), "include within paragraph"),
        (doc({"type": "details", "content": []}), "parts of details"),
        (doc({"type": "html", "attrs": {"source": "<script>alert(1)</script>"}}), "attribute 'source'"),
        (doc({"type": "html", "attrs": {"source": "甲"}}), "attribute 'source'"),
        (doc({"type": "horizontalRule", "content": [paragraph()]}), "content of horizontalRule"),
        (doc(paragraph() | {"marks": [{"type": "bold"}]}), "marks of paragraph"),
        (nested(60), "too deep"),
        (doc(paragraph(text("字" * 600_000)), paragraph(text("字" * 600_000))), "too long"),
    ],
)
def test_anything_else_is_refused_with_its_reason(tree, why):
    before = copy.deepcopy(tree)
    with pytest.raises(Unfit, match=why):
        check(tree)
    assert tree == before

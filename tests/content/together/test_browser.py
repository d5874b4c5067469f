"""The document is the one the editor makes, with its own nodes and y-tiptap: each side reads what the other wrote, and
opening it changes nothing."""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pycrdt import Doc

from content.text.tree import normal
from content.text.tree.schema import NODES, new, said
from content.together.changing import apply_difference
from content.together.fragments import fill, tree_of_doc
from tests.content.text.tree.growing import trees

FRONTEND = Path(__file__).resolve().parents[3] / "frontend"
HOW_MANY = int(os.environ.get("HZH_EXAMPLES", "60"))
many = settings(max_examples=HOW_MANY, deadline=None, suppress_health_check=list(HealthCheck))
IS_BUILT = shutil.which("node") is not None and (FRONTEND / "node_modules" / "yjs").exists()
pytestmark = pytest.mark.skipif(not IS_BUILT, reason="the packages of the editor are not here (make editor)")


@pytest.fixture(scope="module")
def browser():
    command = ["node", str(Path(__file__).with_name("browser.mjs")), str(FRONTEND)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def ask(**question):
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


def in_the_editor(node):
    """Marks of pictures and signs stand in an attribute there; what a node has none of is left out."""
    node = dict(node)
    if node["type"] != "text" and NODES[node["type"]].group == "inline" and (marks := node.pop("marks", None)):
        node["attrs"] = {**node.get("attrs", {}), "marks": marks}
    content = [in_the_editor(child) for child in node.pop("content", [])]
    return {**node, "content": content} if content else node


def without_nothing(node):
    """A browser writes attributes that are nothing, and marks without attributes, out."""
    node = dict(node)
    if attrs := {name: value for name, value in (node.pop("attrs", None) or {}).items() if value is not None}:
        node["attrs"] = attrs
    if marks := node.pop("marks", None):
        node["marks"] = sorted((without_nothing(mark) for mark in marks), key=lambda mark: mark["type"])
    content = [without_nothing(child) for child in node.pop("content", [])]
    return {**node, "content": content} if content else node


@pytest.mark.promise("E7")
@many
@given(tree=trees)
def test_the_browser_reads_what_the_server_wrote_and_leaves_it_alone(browser, tree):
    doc = Doc()
    fill(doc, normal(tree))

    answer = browser(update=base64.b64encode(doc.get_update()).decode())

    assert without_nothing(answer["tree"]) == without_nothing(in_the_editor(normal(tree)))
    assert not answer["isRewritten"]


@pytest.mark.promise("E7")
@many
@given(tree=trees)
def test_the_server_reads_what_the_browser_wrote(browser, tree):
    doc = Doc()

    doc.apply_update(base64.b64decode(browser(tree=in_the_editor(normal(tree)))["update"]))

    assert normal(tree_of_doc(doc)) == normal(tree)


@pytest.mark.promise("E19")
@many
@given(tree=trees, other=trees)
def test_the_browser_reads_what_was_changed_from_elsewhere(browser, tree, other):
    doc = Doc()
    doc.apply_update(base64.b64decode(browser(tree=in_the_editor(normal(tree)))["update"]))

    apply_difference(doc, normal(other))
    apply_difference(doc, normal(new("doc", [*normal(other)["content"], new("paragraph", [said("𠮷完")])])))
    answer = browser(update=base64.b64encode(doc.get_update()).decode())

    assert normal(tree_of_doc(doc)) == normal(answer_as_ours(answer["tree"]))
    assert not answer["isMended"]


def answer_as_ours(node):
    node = dict(node)
    attrs = dict(node.pop("attrs", {}))
    marks = attrs.pop("marks", None) if node["type"] != "text" and NODES[node["type"]].group == "inline" else None
    made = {**node, **({"attrs": attrs} if attrs else {}), **({"marks": marks} if marks else {})}
    return {**made, "content": [answer_as_ours(child) for child in node["content"]]} if "content" in node else made

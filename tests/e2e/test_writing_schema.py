"""What the browser can hold is what the schema of the tree knows, and giving it a text changes nothing in it."""
# ruff: noqa: E501

import os

import pytest
from hypothesis import HealthCheck, given, settings

from content.text import render
from content.text.tree import normal, tree_of
from content.text.tree.schema import MARKS, NODES
from tests.content.text.tree.growing import trees
from tests.content.text.tree.outlines import outline_of_page, outline_of_tree
from tests.content.text.tree.test_corpus import demo_pages
from tests.e2e.alone import open_alone, put, shown, taken

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
SCHEMA = """() => {
  const attrs = (type) => Object.fromEntries(Object.entries(type.spec.attrs ?? {}).filter(([name]) => name !== "marks").map(([name, spec]) => [name, spec.default]));
  const { nodes, marks } = editor.schema;
  const holds = (outer, inner) => {
    for (const seen = new Set(), waiting = [outer.contentMatch]; waiting.length; ) {
      const match = waiting.pop();
      if (seen.has(match)) continue;
      seen.add(match);
      for (let edge = 0; edge < match.edgeCount; edge += 1) {
        const { type, next } = match.edge(edge);
        if (type === inner) return true;
        waiting.push(next);
      }
    }
    return false;
  };
  return {
    nodes: Object.fromEntries(Object.entries(nodes).map(([name, type]) => [name, { attrs: attrs(type), holds: Object.keys(nodes).filter((inner) => holds(type, nodes[inner])) }])),
    marks: Object.entries(marks).map(([name, type]) => [name, attrs(type), type.excluded.map((one) => one.name)]),
  };
}"""


@pytest.fixture
def alone(page, site):
    return open_alone(page, site)


def test_the_editor_knows_the_nodes_of_the_schema_and_no_others(alone):
    held = {
        name: {
            "attrs": kind.attrs,
            "holds": sorted(i for i, inner in NODES.items() if {i, inner.group} & set(kind.holds)),
        }
        for name, kind in NODES.items()
    }

    known = alone.evaluate(SCHEMA)["nodes"]

    assert {name: {**kind, "holds": sorted(kind["holds"])} for name, kind in known.items()} == held


def test_the_editor_knows_the_marks_of_the_schema_in_their_order(alone):
    known = alone.evaluate(SCHEMA)["marks"]

    assert known == [[name, attrs, [name]] for name, attrs in MARKS.items()]


# Each is opened in a browser: fewer than those of tests/content/text/tree.
HOW_MANY = int(os.environ.get("HZH_EXAMPLES", "25"))
many = settings(max_examples=HOW_MANY, deadline=None, suppress_health_check=list(HealthCheck))


def is_same(alone, tree):
    """Given to the editor and taken from it, and shown as the page would show it."""
    put(alone, tree)

    assert normal(taken(alone)) == tree
    assert outline_of_page(shown(alone)) == outline_of_tree(tree)


@pytest.mark.promise("E7", "E9")
@many
@given(trees)
def test_a_generated_text_comes_out_of_the_editor_as_it_went_in_and_shows_what_the_page_shows(alone, tree):
    is_same(alone, normal(tree))


@pytest.mark.promise("E7", "E9")
def test_every_page_of_the_demo_is_opened_unchanged_and_shown_as_the_page_shows_it(alone):
    for name, source in demo_pages():
        tree = tree_of(source)
        put(alone, tree)

        assert taken(alone) == tree, name
        assert outline_of_page(shown(alone)) == outline_of_page(render(source).html), name

"""Footnotes in the order in which the text names them; a sign without its note is no sign."""

from content.text.dressing.names import Names
from content.text.tree.schema import held, is_a


def without_signs(node: dict, names: set[str]) -> dict:
    """The node without the signs of notes that are not there."""
    if "content" not in node:
        return node
    kept = (child for child in held(node) if not is_a(child, "footnoteRef") or child["attrs"]["id"] in names)
    return {**node, "content": [without_signs(child, names) for child in kept]}


def noted(blocks: list[dict], notes: list[dict]) -> tuple[list[dict], list[dict]]:
    """The blocks, and the notes in the order of their signs."""
    names, known, order = Names(), {}, {}
    for note in notes:
        note["attrs"]["id"] = names.new(note["attrs"]["id"])
        known[note["attrs"]["id"]] = note
    for block in blocks:
        _signs(block, order)
    done = {}
    while len(done) < len(known):
        following = next(name for name in [*order, *known] if name not in done)
        done[following] = known[following]
        _signs(known[following], order)
    return blocks, list(done.values())


def _signs(node, order):
    if is_a(node, "footnoteRef"):
        order.setdefault(node["attrs"]["id"])
    for child in held(node):
        _signs(child, order)

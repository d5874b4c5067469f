"""Let a document say another text, touching as little as can be: what others type elsewhere in it stays."""

import json
from difflib import SequenceMatcher
from typing import NamedTuple

from pycrdt import Doc, XmlText

from content.text.aligning import align
from content.text.tree import normal
from content.text.tree.normal_inline import inline
from content.text.tree.schema import NODES, held, is_a
from content.together import characters
from content.together.fragments import attributes, body_of, node_of, plant, runs, segments, words_of

_SAID = ("text", "source", "label", "name", "alt", "title", "caption")  # attributes that are words
_WORDS = ("inline", "text")  # what the nodes hold in which characters change one by one


class Piece(NamedTuple):
    """A block in the terms of aligning."""

    kind: str
    text: str
    key: str


def apply_difference(doc: Doc, tree: dict) -> None:
    """Change the document, which others may have in hand, so that it says this tree.

    Block by block; within a paragraph, an item or a cell character by character.
    """
    body = body_of(doc)
    with doc.transaction():
        _change_children(body, held(normal(tree)), is_top=True)


def piece_of(node: dict) -> Piece:
    return Piece(node["type"], _text(node), json.dumps(_form(node), ensure_ascii=False, sort_keys=True))


def _form(node):
    """Equal for nodes that say the same, wherever they stand."""
    kind = NODES[node["type"]]
    if "inline" in kind.holds:
        content = inline(held(node))
    elif "text" in kind.holds:
        content = _text(node)
    else:
        content = [_form(child) for child in held(node) if not _is_empty(child)]
    return [node["type"], {**kind.attrs, **node.get("attrs", {})}, content]


def _is_empty(node):
    return is_a(node, "paragraph") and not inline(held(node))


def _text(node):
    attrs = node.get("attrs", {})
    own = node.get("text") or "".join(attrs[name] or "" for name in _SAID if name in attrs)
    return own + "".join(_text(child) for child in held(node))


def _change_children(parent, nodes, *, is_top=False):
    children = list(parent.children)
    old = [node_of(child) for child in children]
    at = 0
    for i, j in _pairs(old, nodes, is_top):
        if i is None:
            plant(parent, at, [nodes[j]])
        elif j is None:
            if not _is_empty(old[i]):
                del parent.children[at]
                continue
        elif piece_of(old[i]).key != piece_of(nodes[j]).key:
            _change(children[i], nodes[j])
        at += 1


def _change(element, node):
    wanted, now = attributes(node), dict(element.attributes)
    for name in now.keys() - wanted.keys():
        del element.attributes[name]
    for name, value in wanted.items():
        if now.get(name) != value:
            element.attributes[name] = value
    if set(_WORDS) & set(NODES[node["type"]].holds):
        _change_words(element, held(node))
    else:
        _change_children(element, held(node))


# ── Which is which ──


def _pairs(old, new, is_top):
    """As `align`, and what stands alone in its place within a frame is the same, however different."""
    if _has_same_shape(old, new):
        return [(number, number) for number in range(len(old))]
    pairs, made, waiting = align([*map(piece_of, old)], [*map(piece_of, new)]), [], []
    for pair in [*pairs, None]:
        if pair is not None and None in pair:
            waiting.append(pair)
            continue
        made += _matched(waiting, old, new, is_top)
        waiting = []
        made += [pair] if pair else []
    return made


def _has_same_shape(old, new):
    """Rows and cells where no row or column came or went."""
    return [_shape(node) for node in old] == [_shape(node) for node in new] and all(
        is_a(node, "tableRow", "tableCell", "tableHeader") for node in old
    )


def _shape(node):
    return node["type"], [_shape(cell) for cell in held(node)] if is_a(node, "tableRow") else []


def _matched(waiting, old, new, is_top):
    """Of a stretch where nothing is alike: pairs of one kind, in order."""
    gone = [i for i, _j in waiting if i is not None]
    come = [j for _i, j in waiting if j is not None]
    made = []
    for j in come:
        i = next((i for i in gone if _may_become(old[i], new[j], is_top)), None)
        if i is not None:
            made += [(before, None) for before in gone if before < i]
            gone = [after for after in gone if after > i]
        made.append((i, j))
    return made + [(i, None) for i in gone]


def _may_become(old, new, is_top):
    if old["type"] != new["type"]:
        return False
    return not is_top or _is_empty(old) or is_a(old, "footnotes")


# ── Words ──


def _change_words(element, nodes):
    """Pictures and other signs that stay part the words; between two of them one text becomes another."""
    children, wanted = list(element.children), segments(nodes)
    at = 0
    for olds, news, sign in _stretches(children, wanted):
        at = _change_stretch(element, at, olds, news)
        at += sign


def _stretches(children, wanted):
    """Children and segments between signs that stay, with 1 where such a sign follows."""
    old = [None if isinstance(child, XmlText) else _sign(node_of(child)) for child in children]
    new = [_sign(one) if isinstance(one, dict) else None for one in wanted]
    old_places, new_places = ([at for at, one in enumerate(side) if one] for side in (old, new))
    matcher = SequenceMatcher(None, [old[at] for at in old_places], [new[at] for at in new_places], autojunk=False)
    i = j = 0
    for a, b, size in matcher.get_matching_blocks():
        for here, there in zip(old_places[a : a + size], new_places[b : b + size], strict=True):
            yield children[i:here], wanted[j:there], 1
            i, j = here + 1, there + 1
    yield children[i:], wanted[j:], 0


def _sign(node):
    return json.dumps([node["type"], node.get("attrs"), node.get("marks")], ensure_ascii=False, sort_keys=True)


def _change_stretch(element, at, olds, news) -> int:
    """Where the next child stands afterwards."""
    texts = [child for child in olds if isinstance(child, XmlText)]
    kept = _closest(texts, news)
    for one in news[:kept]:
        plant(element, at, one if isinstance(one, list) else [one])
        at += 1
    for child in olds:
        if isinstance(child, XmlText):
            at += 1
        else:
            del element.children[at]
    if texts:
        is_text = kept < len(news) and isinstance(news[kept], list)
        characters.rewrite(texts, runs(news[kept]) if is_text else [])
        kept += is_text
    for one in news[kept:]:
        plant(element, at, one if isinstance(one, list) else [one])
        at += 1
    return at


def _closest(texts, news):
    """Which of the new texts the old words become: the one that shares most characters."""
    if not texts:
        return 0
    said = {letter for text in texts for one in words_of(text) for letter in one["text"]}
    shared = [len(said & {letter for one in new for letter in one["text"]}) for new in news if isinstance(new, list)]
    if not shared:
        return 0
    places = [number for number, new in enumerate(news) if isinstance(new, list)]
    return places[shared.index(max(shared))]

"""What changed within a paragraph, by words as Chinese readers see them, on top of its rendered HTML."""

import re
from difflib import SequenceMatcher
from html import escape, unescape
from typing import NamedTuple

MOST = 2_000_000  # word times word; above, a block counts as rewritten: 0.3 s

_PIECE = re.compile(r"""<(?:[^<>"]|"[^"]*")*>|[^<]+""")
_SHOWN = ("<img", "<input", "<br")  # tags that are words to a reader
_ANCHOR = re.compile(r'<a class="anchor"[^>]*>#</a>| id="[^"]*"')
_SHORT = 1  # equal characters between two changes that would only scatter them


class Sides(NamedTuple):
    """One block: both texts in one, and each alone."""

    inline: str
    old: str
    new: str


class Item(NamedTuple):
    said: str  # empty for a tag without words
    html: str


def compare_html(old: str, new: str) -> Sides:
    """Both sides marked with <ins> and <del>; tags are those of the new side, so the result nests as it does."""
    before, after = items_of(old), items_of(new)
    changes = _changes([item.said for item in before if item.said], [item.said for item in after if item.said])
    return Sides(_inline(before, after, changes), _side(before, changes, "del"), _side(after, changes, "ins"))


def compare_sources(old: str, new: str) -> str:
    """HTML of a source as it was typed, marked with what changed from the old one to the new."""
    return compare_html(escape(old, quote=False), escape(new, quote=False)).inline if new else whole(escape(old), "del")


def whole(html: str, tag: str) -> str:
    """A block that only one side has, all of it marked."""
    items = items_of(html)
    return _side(items, [("insert", 0, 0, 0, len(items)), ("delete", 0, len(items), 0, 0)], tag)


def plain(html: str) -> str:
    """As it is, without anchors and ids: it may stand on the page a second time."""
    return _ANCHOR.sub("", html)


def says_the_same(old: str, new: str) -> bool:
    return [item.said for item in items_of(old) if item.said] == [item.said for item in items_of(new) if item.said]


def items_of(html: str) -> list[Item]:
    items = []
    for piece in _PIECE.findall(plain(html)):
        if piece.startswith("<"):
            items.append(Item(piece if piece.startswith(_SHOWN) else "", piece))
        elif piece.strip() or "\n" not in piece:
            items += [Item(word, escape(word, quote=False)) for word in words_of(unescape(piece))]
    return items


def words_of(text: str) -> list[str]:
    import rjieba  # 34 MB of dictionary: only for those who compare

    return list(rjieba.cut(text))


def _changes(old, new):
    """(what, from, to, from, to) of the words, with no crumbs of agreement between two changes."""
    if len(old) * len(new) > MOST:
        return [("replace", 0, len(old), 0, len(new))]
    changes = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        is_crumb = what == "equal" and len("".join(old[i1:i2]).strip()) <= _SHORT
        inside = changes and (i2, j2) != (len(old), len(new))
        if changes and changes[-1][0] != "equal" and (what != "equal" or (is_crumb and inside)):
            _what, a1, _a2, b1, _b2 = changes.pop()
            changes.append(("replace", a1, i2, b1, j2))
        else:
            changes.append((what, i1, i2, j1, j2))
    return changes


def _inline(before, after, changes):
    """The new side with what was deleted put behind the word after which it stood."""
    old = [item.html for item in before if item.said]
    deleted, inserted = {}, set()
    for what, i1, i2, j1, j2 in changes:
        if what != "equal":
            deleted[j1] = "".join(old[i1:i2])
            inserted |= set(range(j1, j2))
    made, place, marked = [], 0, False
    for item in after:
        if not item.said:
            made += ["</ins>"] * marked + [item.html]
            marked = False
            continue
        made += ["</ins>"] * (marked and (place not in inserted or place in deleted))
        marked = marked and place in inserted and place not in deleted
        if place == 0 and deleted.get(0):
            made.append(f"<del>{deleted[0]}</del>")
        made += ["<ins>"] * (place in inserted and not marked)
        marked = place in inserted
        made.append(item.html)
        place += 1
        if deleted.get(place):
            made += ["</ins>"] * marked + [f"<del>{deleted[place]}</del>"]
            marked = False
    if place == 0 and deleted.get(0):
        made.append(f"<p><del>{deleted[0]}</del></p>")
    return "".join(made + ["</ins>"] * marked)


def _side(items, changes, tag):
    """One side with its own words marked, run by run between its tags."""
    marked_places = set()
    for what, i1, i2, j1, j2 in changes:
        if what != "equal":
            marked_places |= set(range(i1, i2) if tag == "del" else range(j1, j2))
    made, place, marked = [], 0, False
    for item in items:
        is_marked = bool(item.said) and place in marked_places
        if marked and not is_marked:
            made.append(f"</{tag}>")
        if is_marked and not marked:
            made.append(f"<{tag}>")
        marked = is_marked
        made.append(item.html)
        place += bool(item.said)
    return "".join(made + [f"</{tag}>"] * marked)

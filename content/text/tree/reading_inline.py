"""Words, their marks, and what stands among them: pictures, files, persons, notes."""

import re
from urllib.parse import quote

from content.text.dressing.links import target_of
from content.text.tokens import get, is_start, text_of
from content.text.tree.schema import MARK_OF_TAG, mark, new

INLINE = frozenset(MARK_OF_TAG) | {"a", "abbr", "br", "del", "img", "ins", "span"}
NOTHING = {}  # an element that says nothing
_NOTE_MARK = re.compile(r"fnref\d*:.*", re.DOTALL)
_OF_NOTE = "#fn:"
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0<>\"`\\]")


def atom_of(reader, token) -> dict | None:
    """The node that stands for the whole element, whose tokens are then used up."""
    name = token["name"]
    if name == "br":
        return new("hardBreak")
    if name == "img":
        return image(token, get(token, "title") or None)
    if name == "sup" and _NOTE_MARK.fullmatch(get(token, "id")):
        return _note(reader)
    return _reference(reader, token) if name == "a" else None


def image(token, title) -> dict:
    width = get(token, "width")
    wide = int(width) if width.isdecimal() else None
    return new("image", src=_target(token, "src"), alt=get(token, "alt"), title=title, width=wide)


def _target(token, name) -> str:
    """Where it leads, as `check` wants it from strangers."""
    return _ODD.sub(lambda odd: quote(odd[0]), get(token, name).strip())


def _note(reader):
    link = reader.tokens[reader.at]
    if not (is_start(link, "a") and get(link, "href").startswith(_OF_NOTE)):
        return None
    reader.skip("sup")
    return new("footnoteRef", id=reader.note_name(get(link, "href")[len(_OF_NOTE) :]))


def _reference(reader, token):
    kind, uid, _part = target_of(get(token, "href").strip())
    if get(token, "class") == "footnote-backref":
        reader.skip("a")
        return NOTHING
    if kind not in ("file", "mention"):
        return None
    start = reader.at
    inner = reader.skip("a")
    if kind == "mention":
        return new("mention", uid=uid, label=text_of(inner))
    if all(one["type"] in ("Characters", "SpaceCharacters", "Entity") for one in inner):
        return new("file", uid=uid, name=text_of(inner))
    reader.at = start
    return None


def mark_of(token) -> dict | None:
    name = token["name"]
    if name == "a":
        href = _target(token, "href")
        return mark("link", href=href) if href else None
    if name == "abbr":
        return mark("abbr", title=get(token, "title") or None)
    known = {"del": "strike", "ins": "underline"}.get(name) or MARK_OF_TAG.get(name)
    return mark(known) if known else None

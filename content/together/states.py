"""Yjs states as bytes: packed, merged, seeded, proved. No database here; every call has a document of its own."""

import secrets
import zlib

from pycrdt import Array, Doc, Map, get_update, merge_updates

from content.text.tree import markdown_of, tree_of
from content.together import wire
from content.together.changing import apply_difference
from content.together.fragments import Unfit, fill, tree_of_doc

VALUES = "values"  # the map with title, summary, tags and the kind's own fields
EMPTY_SET = b"\x00"  # how an update without any text begins: no structs


class Damaged(Exception):
    """A state that is no text of ours any more."""


def pack(state: bytes) -> bytes:
    return zlib.compress(state, 6)


def unpack(packed: bytes) -> bytes:
    return zlib.decompress(bytes(packed)) if packed else b""


def new_doc() -> Doc:
    """A document that numbers its writer as browsers do, in 32 bits."""
    return Doc(client_id=secrets.randbelow(2**32))


def doc_of(*updates: bytes) -> Doc:
    """Taken in as one: two people's rows of one moment build on each other, and what waits for another row the library
    does not always remember."""
    doc = new_doc()
    if any(updates):
        doc.apply_update(joined(*updates))
    return doc


def joined(*updates: bytes) -> bytes:
    """One update that says what these say; what waits for a missing part is kept."""
    updates = [bytes(each) for each in updates if each]
    return merge_updates(*updates) if len(updates) > 1 else updates[0] if updates else b"\x00\x00"


def seed(markdown: str, values: dict) -> bytes:
    """The state a text begins with. Only the server makes it, once."""
    return seed_tree(tree_of(markdown), values)


def seed_tree(tree: dict, values: dict) -> bytes:
    doc = new_doc()
    with doc.transaction():
        fill(doc, tree)
        write_values(doc, values)
    return doc.get_update()


def follow(state: bytes, tree: dict, values: dict) -> bytes:
    """A state that says something else and has the same past."""
    doc = doc_of(state)
    apply_difference(doc, tree)
    write_values(doc, values)
    return doc.get_update()


def write_values(doc: Doc, values: dict) -> None:
    """The last one who writes a value wins it; what is equal is not written again."""
    kept = doc.get(VALUES, type=Map)
    with doc.transaction():
        for name, value in values.items():
            if name not in kept or plain(kept[name]) != value:
                kept[name] = value


def values_in(doc: Doc) -> dict:
    kept = doc.get(VALUES, type=Map)
    with doc.transaction():
        return {name: plain(kept[name]) for name in list(kept)}


def plain(value):
    """A value as JSON knows it: numbers come back as floats, lists and maps as types of their own."""
    if isinstance(value, (Array, Map)):
        value = value.to_py()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return value


def read(*updates: bytes) -> tuple[dict, dict]:
    """The tree and the values. Raises Damaged, whatever it is that does not fit."""
    try:
        doc = doc_of(*updates)
        tree = tree_of_doc(doc)
        markdown_of(tree).encode()  # half an emoji cannot be written
        return tree, values_in(doc)
    except Unfit as error:
        raise Damaged(str(error)[:300]) from error
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # the library ends in a panic of its own kind, too
        raise Damaged(f"{type(error).__name__}: {error}"[:300]) from error


def lacks(state_vector: bytes, update: bytes) -> bool:
    """Whether an update builds on something that a document with this state vector has not seen."""
    rest = get_update(bytes(update), state_vector)
    if not rest.startswith(EMPTY_SET):
        return True
    known = _clocks(state_vector)
    deleted = wire.Reader(rest[1:])
    for _ in range(deleted.number()):
        client = deleted.number()
        for _ in range(deleted.number()):
            if deleted.number() + deleted.number() > known.get(client, 0):
                return True
    return False


def covers(state_vector: bytes, other: bytes) -> bool:
    """Whether whoever has the first has seen all that the second has."""
    if state_vector == other:
        return True
    known = _clocks(state_vector)
    return all(known.get(client, 0) >= clock for client, clock in _clocks(other).items())


def _clocks(state_vector):
    reader = wire.Reader(state_vector)
    return {reader.number(): reader.number() for _ in range(reader.number())}


def longest_whole(state: bytes, updates: list[bytes]) -> int:
    """How many of the updates may be followed before the text is damaged; -1 when the state itself is. By halves."""
    if not _is_whole(state):
        return -1
    good, bad = 0, len(updates) + 1
    while bad - good > 1:
        middle = (good + bad) // 2
        if _is_whole(state, *updates[:middle]):
            good = middle
        else:
            bad = middle
    return good


def _is_whole(*updates):
    try:
        read(*updates)
    except Damaged:
        return False
    return True

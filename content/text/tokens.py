"""The stream of HTML that bleach hands over, in words: what starts, what ends, what it says."""

from collections.abc import Iterable
from html import unescape

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def start(name: str, **attributes) -> dict:
    """`start("p", id="x", class_="y", data_page="z")`."""
    return {"type": "StartTag", "name": name, "namespace": None, "data": _attributes(attributes)}


def empty(name: str, **attributes) -> dict:
    return {"type": "EmptyTag", "name": name, "namespace": None, "data": _attributes(attributes)}


def end(name: str) -> dict:
    return {"type": "EndTag", "name": name, "namespace": None, "data": {}}


def words(text: str) -> dict:
    return {"type": "Characters", "data": text}


def _attributes(attributes):
    return {(None, name.rstrip("_").replace("_", "-")): value for name, value in attributes.items()}


def is_start(token, *names) -> bool:
    return token["type"] == "StartTag" and token["name"] in names


def is_end(token, *names) -> bool:
    return token["type"] == "EndTag" and token["name"] in names


def is_tag(token, *names) -> bool:
    return token["type"] in ("StartTag", "EmptyTag") and token["name"] in names


def get(token, name: str) -> str:
    """An attribute as the author meant it, entities resolved."""
    return unescape(token["data"].get((None, name), ""))


def put(token, name: str, value: str) -> None:
    token["data"][(None, name)] = value


def drop(token, name: str) -> None:
    token["data"].pop((None, name), None)


def is_blank(token) -> bool:
    return is_tag(token, "br") or (token["type"] in ("Characters", "SpaceCharacters") and not token["data"].strip())


def said(token) -> str:
    """What this token adds to the text."""
    if token["type"] in ("Characters", "SpaceCharacters"):
        return token["data"]
    if token["type"] == "Entity":
        return unescape(f"&{token['name']};")
    return ""


def text_of(tokens: Iterable[dict]) -> str:
    return "".join(map(said, tokens)).strip()


def end_of(tokens: list[dict], at: int) -> int:
    """The place of the end tag that closes the element which starts here."""
    name, depth = tokens[at]["name"], 0
    for place in range(at, len(tokens)):
        if is_start(tokens[place], name):
            depth += 1
        elif is_end(tokens[place], name):
            depth -= 1
            if depth == 0:
                return place
    return len(tokens) - 1


def without_notes(tokens):
    """Without the numbers of footnotes."""
    kept, at = [], 0
    while at < len(tokens):
        if is_start(tokens[at], "sup") and get(tokens[at], "id").startswith("fnref"):
            at = end_of(tokens, at)
        else:
            kept.append(tokens[at])
        at += 1
    return kept

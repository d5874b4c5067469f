"""Where links and pictures lead. What depends on the reader becomes a placeholder of one regular form."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

from content.text.tokens import end, end_of, get, is_start, is_tag, put, start, text_of, words
from ui.uid import is_uid

NOWHERE = "-"  # the uid of no page: whoever reads it, the link is dead
OUTSIDE = "noopener noreferrer nofollow"

_REFERENCE = re.compile(r"(page|file|mention):([^#?\s]+)(?:#(\S{1,200}))?")
_OWN_ADDRESS = re.compile(r"/(wiki|files)/([0-9a-z]{12})(?:/[^#?]*)?(?:#(.{1,200}))?")
_OWN_KINDS = {"wiki": "page", "files": "file"}


class Pointer(NamedTuple):
    """That a text points to a page, a file or a person, and how the author called it."""

    kind: str
    uid: str
    words: str


class Links:
    """Rewrites links and pictures, and remembers what they point to."""

    def __init__(self):
        self._pointers = {}

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        return tuple(self._pointers.values())

    def found_in(self, tokens):
        dressed, at = [], 0
        while at < len(tokens):
            token = tokens[at]
            if is_start(token, "a"):
                close = end_of(tokens, at)
                dressed += self.link(token, tokens[at + 1 : close])
                at = close
            elif is_tag(token, "img"):
                dressed += self.picture(token)
            elif is_start(token, "div") and get(token, "data-include"):
                self.remember("include", get(token, "data-include"), text_of(tokens[at : at + 2]))
                dressed.append(token)
            else:
                dressed.append(token)
            at += 1
        return dressed

    def link(self, token, inner):
        inner = self.found_in(inner)
        href = get(token, "href").strip()
        kind, uid, part = target_of(href)
        if kind:
            self.remember(kind, uid, text_of(inner))
            if kind == "mention":
                return [start("a", data_mention=uid), words(text_of(inner)), end("a")]
            placeholder = start("a", **{f"data_{kind}": uid})
            if part:
                put(placeholder, "data-part", part)
            return [placeholder, *inner, end("a")]
        if not href:
            return [start("span", id=get(token, "id")), *inner, end("span")] if get(token, "id") else inner
        if not leads_somewhere(href):
            return [start("a", data_page=NOWHERE), *inner, end("a")]
        if is_outside(href):
            put(token, "rel", OUTSIDE)
        return [token, *inner, end("a")]

    def picture(self, token):
        source, alt = get(token, "src").strip(), get(token, "alt")
        kind, uid, part = target_of(source)
        if kind == "page":  # a section of another page, among words: it can only be a link
            self.remember(kind, uid, alt)
            leads = start("a", data_page=uid, **({"data_part": part} if part else {}))
            return [leads, words(alt), end("a")] if alt else []
        if kind == "file":
            self.remember(kind, uid, alt)
            width = {"data_width": get(token, "width")} if get(token, "width") else {}
            return [start("img", data_picture=uid, alt=alt, data_caption=get(token, "title"), **width)]
        if is_outside(source):  # our policy shows no foreign picture, so it can only be a link
            return [start("a", href=source, rel=OUTSIDE), words(alt or source), end("a")]
        return [words(alt)] if alt else []

    def remember(self, kind, uid, called):
        self._pointers.setdefault((kind, uid), Pointer(kind, uid, " ".join(called.split())[:255]))


def target_of(href: str) -> tuple[str, str, str]:
    """(kind, uid, part of the page) of a reference or of one of our own addresses, as pasted from the browser."""
    if match := _REFERENCE.fullmatch(href):
        kind, uid, part = match.groups()
        return (kind, uid, part or "") if is_uid(uid) else ("", "", "")
    if match := _OWN_ADDRESS.fullmatch(href.removeprefix(settings.SITE_URL)):
        room, uid, part = match.groups()
        return (_OWN_KINDS[room], uid, part or "") if is_uid(uid) else ("", "", "")
    return "", "", ""


def leads_somewhere(href: str) -> bool:
    """Not so an invalid reference, or the relative path of a file that was left behind."""
    if href.startswith(("#", "/")):
        return True
    return href.split(":")[0].lower() in ("http", "https", "mailto", "tel") and ":" in href


def is_outside(address: str) -> bool:
    if address.startswith(settings.SITE_URL + "/"):
        return False
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:
        return True

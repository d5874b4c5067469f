"""Places that links of the same document lead to: headings and articles by their words, others by a name of their own.

What is pointed to becomes `<span data-place="name">` where its block begins; once the page is rendered it shows which
of them stand in a heading or an article, which have an anchor anyway.
"""

import re
from urllib.parse import unquote

from bs4 import NavigableString, Tag

from content.text.dressing.names import Names

_NOTE = re.compile(r"fn(?:ref\d*)?:")  # footnotes as our own pages have them
SIGNS = {"anchor", "headerlink", "header-anchor", "footnote-backref"}  # links beside a text that are no text
_TOP = ("", "top")  # what browsers take for the beginning
_HOLDERS = frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "caption", "figcaption", "summary",
))  # fmt: skip
_FRAMES = frozenset((
    "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "div", "section", "article", "main", "figure",
    "blockquote", "details", "aside", "body",
))  # fmt: skip
_WHOLE = frozenset(("pre", "img", "svg", "video", "audio", "hr", "br", "input", "iframe"))
_NO_NAME = re.compile(r"[^\w.:-]+")
_LONGEST = 80

_MOST_BESIDE = 20

_PLACE = re.compile(r'<span id="(?P<place>[\w.:-]{1,80})"></span>|\]\(#(?P<target>[\w.:-]{1,80})\)')
_MARK = re.compile(
    r'<(?P<block>h[1-6]|p)(?=[ >])(?:[^>]*? id="(?P<id>[^"]*)")?[^>]*>|(?P<end></(?:h[1-6]|p)>)'
    r'|<span id="u-(?P<name>[^"]*)"></span>'
)


def mark(soup, body, lost):
    """Answers whether there are any. `lost(link)` is told of links that lead to nothing."""
    links = {}
    for forged in body.find_all(attrs={"data-place": True}):
        del forged["data-place"]
    for link in body.find_all("a", href=re.compile(r"^\s*#")):
        name = unquote(link["href"].strip()[1:])
        if not _NOTE.match(name) and not SIGNS & set(link.get("class") or []):
            links.setdefault(name, []).append(link)
    if not links:
        return False
    given, names = {}, Names()
    for tag in body.find_all(True):
        for name in (tag.get("id"), tag.get("name") if tag.name == "a" else None):
            if name in links and name not in given:
                given[name] = names.new(_plain(name))
                _put(soup, tag, given[name])
    for name, those in links.items():
        for link in those:
            if name in given:
                link["href"] = f"#{given[name]}"
                link["data-place"] = "to"
            else:
                if name.lower() not in _TOP:
                    lost(link)
                link.unwrap()
    return bool(given)


def _plain(name):
    return _NO_NAME.sub("-", name.removeprefix("u-"))[:_LONGEST] or "s"


def _put(soup, tag, name):
    place = soup.new_tag("span")
    place["data-place"] = name
    if tag.name in _FRAMES:
        inner = tag.find(lambda one: one.name in _HOLDERS)
        if inner is None or _says_something_before(tag, inner):
            tag.insert(0, place)
        else:
            inner.insert(0, place)
    elif tag.name in _HOLDERS:
        tag.insert(0, place)
    elif following := _block_behind(tag):
        _put(soup, following, name)
    else:
        tag.insert_before(place)


def _says_something_before(frame, inner):
    """Words of its own, which stand in no paragraph."""
    for one in frame.descendants:
        if one is inner:
            return False
        if isinstance(one, NavigableString) and one.strip():
            return True
    return False


def _block_behind(tag):
    """Of an empty name before a heading or a table, as editors of the web and Word write them."""
    if tag.name in _WHOLE or tag.parent is None or tag.parent.name not in _FRAMES or tag.get_text(strip=True):
        return None
    following = tag.next_sibling
    for _step in range(_MOST_BESIDE):
        if isinstance(following, Tag) and following.name in _HOLDERS | _FRAMES:
            return following
        if following is None or following.name in _WHOLE or following.get_text(strip=True):
            return None
        following = following.next_sibling
    return None


def lead_home(markdown: str, html: str) -> str:
    """Links to headings and articles name these; other places keep their names. `html` is the Markdown rendered."""
    anchors, anchor = {}, None
    for found in _MARK.finditer(html):
        if found["name"] is None:
            anchor = None if found["end"] else found["id"]
        elif anchor:
            anchors[found["name"]] = anchor

    def led(found):
        anchor = anchors.get(found["place"] or found["target"])
        if anchor is None:
            return found[0]
        return "" if found["place"] else f"](#{anchor})"

    return _PLACE.sub(led, markdown)

"""A section of rendered HTML: from its heading, its article or its named place to where the next one begins."""

import re

# One regular form, as our serializer writes it: every value in double quotes.
TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attrs>(?: [a-zA-Z-]+(?:="[^"]*")?)*)>')
_ID = re.compile(r' id="([^"]*)"')
_HEADING = re.compile(r"h[1-6]")
_NOTE_OF = re.compile(r'href="#(fn:[^"]+)"')
_NOTES = '<div class="footnote">'
_ARTICLE = '<span class="article-no">'
_EMPTY = frozenset(["br", "hr", "img", "input", "col"])


class _Element:
    __slots__ = ("attrs", "children", "end", "name", "start")

    def __init__(self, name, attrs, start):
        self.name, self.attrs, self.start, self.end = name, attrs, start, start
        self.children = []

    @property
    def id(self):
        match = _ID.search(self.attrs)
        return match[1] if match else ""


def section(html: str, anchor: str) -> str | None:
    """The section with its footnotes; the whole text for no anchor; nothing when there is no such place."""
    if not anchor:
        return html
    name = next((each for each in _spellings(anchor) if f' id="{each}"' in html), None)
    root = _tree(html) if name else None
    found = _found(root, name) if root else None
    if found is None:
        return None
    siblings, at = found
    last = _last(html, siblings, at, is_named=siblings[at].id != name)
    cut = html[siblings[at].start : siblings[last].end]
    return cut + _notes(html, root, cut)


def _spellings(anchor):
    """As it is, and as dressing names headings and the author's own places."""
    lower = anchor.lower()
    return anchor, lower, f"s-{lower}", f"u-{anchor}"


def _tree(html):
    root = _Element("", "", 0)
    open_elements = [root]
    for match in TAG.finditer(html):
        if match["end"]:
            if len(open_elements) > 1:
                open_elements.pop().end = match.end()
            continue
        element = _Element(match["name"], match["attrs"], match.start())
        element.end = match.end()
        open_elements[-1].children.append(element)
        if match["name"] not in _EMPTY:
            open_elements.append(element)
    return root


def _found(root, name):
    """(the elements side by side, the place of the one that has the name or holds it among its words)."""
    waiting = [(root.children, at) for at in reversed(range(len(root.children)))]
    while waiting:
        siblings, at = waiting.pop()
        element = siblings[at]
        if element.id == name:
            return siblings, at
        if element.name in ("p", "figure", "tr", "caption", "dt") and _holds(element, name):
            return siblings, at
        waiting += [(element.children, below) for below in reversed(range(len(element.children)))]
    return None


def _holds(element, name):
    return any(child.id == name or _holds(child, name) for child in element.children)


def _last(html, siblings, at, is_named):
    """The place of the last element that belongs to the section."""
    first = siblings[at]
    if _HEADING.fullmatch(first.name):
        return _before(siblings, at, lambda one: _HEADING.fullmatch(one.name) and one.name <= first.name)
    if first.name == "p" and html.startswith(_ARTICLE, _inside(html, first)):
        return _before(
            siblings,
            at,
            lambda one: _HEADING.fullmatch(one.name) or html.startswith(_ARTICLE, _inside(html, one)) or _is_notes(one),
        )
    says = TAG.sub("", html[first.start : first.end]).strip()
    return at if says or not is_named or at + 1 == len(siblings) else at + 1  # a name before a table or a picture


def _inside(html, element):
    return html.find(">", element.start) + 1


def _before(siblings, at, ends):
    last = at
    while last + 1 < len(siblings) and not ends(siblings[last + 1]) and not _is_notes(siblings[last + 1]):
        last += 1
    return last


def _is_notes(element):
    return element.name == "div" and 'class="footnote"' in element.attrs


def _notes(html, root, cut):
    """The footnotes that the section names, under the numbers they have."""
    wanted = set(_NOTE_OF.findall(cut))
    if not wanted or _NOTES in cut:
        return ""
    notes = next((one for one in root.children if _is_notes(one)), None)
    rows = next((one.children for one in notes.children if one.name == "ol"), []) if notes else []
    kept = [
        f'<li value="{number}"{row.attrs}{html[_inside(html, row) - 1 : row.end]}'
        for number, row in enumerate(rows, 1)
        if row.id in wanted
    ]
    return f"{_NOTES}<hr><ol>{''.join(kept)}</ol></div>" if kept else ""

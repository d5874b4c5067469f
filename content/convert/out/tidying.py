"""The text of a page as paper wants it: no icons, boxes as signs, pictures from the folder of the job alone."""

import re

from lxml import html

SCHEME = "picture:"  # names a file in the job's folder; nothing else is ever fetched
_FILE = re.compile(r"/files/([0-9a-z]{12})/")
_GONE = ("anchor", "footnote-backref", "dl-ico", "icon-btn")
_DROPPED = ("svg", "script", "style", "link", "iframe", "object", "embed")
_BOXES = {False: "☐ ", True: "☑ "}


def tidy(root, pictures, words):
    """Change the tree in place. `pictures` is {uid: name in the folder}, `words` what stands for a film or a sound."""
    for element in list(root.iter(html.etree.Element)):
        classes = (element.get("class") or "").split()
        tag = element.tag
        if is_diagram(element):
            continue
        is_said = "diagram-text" in classes and _is_drawn(element.getparent())  # by the picture above it
        if is_said or tag in _DROPPED or not set(classes).isdisjoint(_GONE):
            element.drop_tree()
        elif tag == "img":
            _picture(element, pictures)
        elif tag in ("video", "audio"):
            _becomes(element, words[tag] % {"name": element.get("aria-label", "")})
        elif tag == "input":
            _becomes(element, _BOXES["checked" in element.attrib])
        elif tag in ("details", "summary"):
            element.set("class", tag)
            element.tag = "div"
        elif "link-none" in classes:
            element.tag = "span"
            element.attrib.clear()
    return root


def is_diagram(element) -> bool:
    """A picture of ours (content.text.drawing), no icon."""
    return element.tag == "svg" and _is_drawn(element.getparent())


def _is_drawn(frame):
    return frame is not None and "is-drawn" in (frame.get("class") or "").split()


def _picture(element, pictures):
    if (element.get("src") or "").startswith(SCHEME):  # ours already
        return
    found = _FILE.search(element.get("src") or "")
    name = pictures.get(found[1]) if found else None
    if name is None:
        _becomes(element, element.get("alt") or "")
        return
    kept = {key: element.get(key) for key in ("width", "height", "alt", "class") if element.get(key) is not None}
    element.attrib.clear()
    element.attrib.update({**kept, "src": SCHEME + name})


def _becomes(element, words):
    element.tag = "span"
    element.attrib.clear()
    element.text = words

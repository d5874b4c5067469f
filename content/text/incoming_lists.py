"""Lists as Word and WPS write them: paragraphs that only say in their dress that they are items."""

import re

from bs4 import Tag

from ui.numbers import number_in

_ITEM = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,6})[.．)、]?")
_BULLET = re.compile(r"\W|[lnuvqØüo§]")  # letters of Wingdings that look like bullets there


def gather(soup, body):
    """Runs of such paragraphs become lists. “一、”, “（1）” and “第三条” stay as words: texts point to them."""
    lists = []  # of the run: (level, list), the deepest last
    following = {}  # number of the next item, by list
    for item in body.find_all(["p", "div"], style=_ITEM):
        level = int(_ITEM.search(item["style"])[1])
        sign = _take_marker(item)
        kind, number = _kind(sign)
        if kind is None:
            item.insert(0, f"{sign} " if sign[-1:].isalnum() else sign)
            continue
        if not (lists and _follows(item, lists[0][1])):
            lists = []
        while lists and (lists[-1][0] > level or (lists[-1][0] == level and lists[-1][1].name != kind)):
            lists.pop()
        if number and lists and lists[-1][0] == level and following[id(lists[-1][1])] != number_in(number):
            item.insert(0, f"{sign} ")  # one list would count on
            continue
        if not lists or lists[-1][0] < level:
            made = soup.new_tag(kind, **({"start": number} if number else {}))
            _stand(made, item, lists)
            lists.append((level, made))
        following[id(lists[-1][1])] = number_in(number) + 1
        item.name, item.attrs = "li", {}
        lists[-1][1].append(item.extract())


def _take_marker(item):
    marker = item.find(style=_MARKER)
    if marker is None:
        return "·"
    sign = "".join(marker.get_text().split())
    marker.decompose()
    return sign


def _kind(sign):
    if not sign or _BULLET.fullmatch(sign):
        return "ul", None
    number = _NUMBER.fullmatch(sign)
    return ("ol", number[1]) if number else (None, None)


def _follows(item, top):
    """Whether nothing but blanks stands between the list and the paragraph."""
    before = item.previous_sibling
    while before is not None and not isinstance(before, Tag) and not before.strip():
        before = before.previous_sibling
    return before is top


def _stand(made, item, lists):
    """In the last item of the list above, else where the paragraph stands."""
    items = lists[-1][1].find_all("li", recursive=False) if lists else []
    if items:
        items[-1].append(made)
    else:
        item.insert_before(made)

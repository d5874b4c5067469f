"""Sections of other pages, as this reader may have them: the live text of the source, and where it comes from."""

import re
from html import escape, unescape

from django.utils.translation import gettext as _

from content.models import ContentPage
from content.text.addresses import page_address
from content.text.sections import TAG, section
from ui.icons import icon

DEEPEST = 3  # a section in a section in a section
MOST = 60  # sections of one page, with those within them
LONGEST = 2_000_000  # characters of all of them

_PLACEHOLDER = re.compile(r'<div data-include="([^"]*)"(?: data-part="([^"]*)")?>([^<]*)</div>')
_LINK = re.compile(r' (id|href)="(#?)([^"]*)"')


def with_sections(html: str, user) -> str:
    """One query for each level of sections, none for a text without."""
    if "<div data-include=" not in html:
        return html
    filler = _Filler(user)
    parts = _parts(html, (), "i")
    for _level in range(DEEPEST):
        if not (holes := [hole for hole in _holes(parts) if not hole.is_filled]):
            break
        filler.fill(holes)
    return _joined(parts)


class _Hole:
    """Where a section belongs; `above` are the pages it stands in, `prefix` parts its ids from all others."""

    def __init__(self, uid, anchor, label, above, prefix):
        self.uid, self.anchor, self.label = uid, anchor, label
        self.above, self.prefix = above, prefix
        self.parts, self.is_filled = [], False


def _parts(html, above, prefix):
    """The text and the places of sections by turns."""
    parts, at = [], 0
    for number, match in enumerate(_PLACEHOLDER.finditer(html), 1):
        uid, anchor, label = match.groups()
        hole = _Hole(uid, unescape(anchor or ""), label, above, f"{prefix}{number}-")
        parts += [html[at : match.start()], hole]
        at = match.end()
    return [*parts, html[at:]]


def _holes(parts):
    for part in parts:
        if isinstance(part, _Hole):
            yield part
            yield from _holes(part.parts)


def _joined(parts):
    return "".join(part if isinstance(part, str) else _joined(part.parts or [_only_named(part)]) for part in parts)


class _Filler:
    def __init__(self, user):
        self.user, self.known = user, {}
        self.count, self.length = 0, 0

    def fill(self, holes):
        self.look_up({hole.uid for hole in holes} - set(self.known))
        for hole in holes:
            hole.is_filled = True
            hole.parts = self.parts_of(hole, self.known.get(hole.uid))

    def look_up(self, uids):
        if not uids:
            return
        pages = ContentPage.objects.pages().visible_to(self.user).filter(uid__in=uids).order_by()
        rows = pages.values_list("uid", "title", "rendering__html")
        self.known |= {uid: (title, html) for uid, title, html in rows if html is not None}

    def parts_of(self, hole, page):
        if page is None:
            return [_nothing(hole.label)]
        title, html = page
        self.count += 1
        if hole.uid in hole.above or self.count > MOST:
            return [_leads_there(hole, title)]
        cut = section(html, hole.anchor)
        if cut is None:
            return [_gone(hole, title)]
        self.length += len(cut)
        if self.length > LONGEST:
            return [_leads_there(hole, title)]
        inner = _parts(_renamed(cut, hole, title), (*hole.above, hole.uid), hole.prefix)
        return [f'<section class="included">{_source(hole, title)}', *inner, "</section>"]


def _renamed(html, hole, title):
    """With ids of its own, and links within the source that lead there unless their goal came along."""
    own = {match[3] for tag in TAG.finditer(html) for match in _LINK.finditer(tag[0]) if match[1] == "id"}
    address = page_address(hole.uid, title)

    def renamed(match):
        name, sign, value = match.groups()
        if name == "id":
            return f' id="{hole.prefix}{value}"'
        if not sign:
            return match[0]
        return f' href="#{hole.prefix}{value}"' if value in own else f' href="{address}#{value}"'

    return TAG.sub(lambda tag: _LINK.sub(renamed, tag[0]), html)


def _source(hole, title):
    part = f" · {escape(hole.anchor.removeprefix('s-').removeprefix('u-'))}" if hole.anchor else ""
    said = _("引自 %(page)s") % {"page": f'<a href="{_address(hole, title)}">{escape(title)}{part}</a>'}
    return f'<p class="included-from">{icon("corner-down-right")}<span>{said}</span></p>'


def _leads_there(hole, title):
    """Within itself, or more than one page holds."""
    return f'<p><a href="{_address(hole, title)}">{hole.label or escape(title)}</a></p>'


def _gone(hole, title):
    link = f'<a href="{_address(hole, title)}">{escape(title)}</a>'
    said = _("%(page)s 里没有“%(part)s”这一节了") % {"page": link, "part": escape(hole.anchor)}
    return f'<p class="included-none">{icon("circle-alert")}<span>{said}</span></p>'


def _nothing(label):
    """The same for what one may not see and for what never was."""
    said = _("没有权限或已删除")
    words = f"{label}（{said}）" if label else _("引入的段落没有权限或已删除")
    return f'<p class="included-none">{icon("file-x")}<span>{words}</span></p>'


def _only_named(hole):
    """Too deep to be looked up."""
    return f"<p>{hole.label}</p>"


def _address(hole, title):
    return page_address(hole.uid, title) + (f"#{hole.anchor}" if hole.anchor else "")

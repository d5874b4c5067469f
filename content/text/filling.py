"""At reading: placeholders become what this reader may see. The only part of a text that differs between readers."""

import re
from html import escape, unescape

from django.template.defaultfilters import filesizeformat
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from content.text.addresses import page_address
from content.text.facts import Fact, facts_of
from content.text.including import with_sections
from files.extraction import note_of
from files.names import safe_name
from files.renditions import WIDTHS
from files.types import type_of
from ui.icons import icon, tile
from ui.uid import is_uid

# `<a data-page="uid" data-part="…">words…`: what stands before the first tag inside, and the end tag if it follows.
_PLACEHOLDER = re.compile(
    r'<(?:a|i|img) data-(page|file|attachment|picture|mention|icon)="([^"]*)"((?: [a-z-]+="[^"]*")*)>'
    r"([^<]*(?:</[ai]>)?)"
)
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
COLUMN = "(max-width: 720px) 100vw, 760px"  # how wide a picture is shown, for the browser's choice


def fill(html: str, user, *, sections=True) -> SafeString:
    """One query for any number of links and files, none for a text without; one more for sections of other pages.

    Without `sections` a section stays what its author called it, as where two texts are compared.
    """
    html = with_sections(html, user) if sections else html
    found = _PLACEHOLDER.findall(html)
    if not found:
        return mark_safe(html)
    facts = facts_of(
        user,
        pages={uid for kind, uid, *_rest in found if kind == "page" and is_uid(uid)},
        files={uid for kind, uid, *_rest in found if kind in ("file", "attachment", "picture")},
    )

    def filled(match):
        kind, uid, attributes, words = match.groups()
        return _FILLERS[kind](facts.get(uid), uid, dict(_ATTRIBUTE.findall(attributes)), words)

    return mark_safe(_PLACEHOLDER.sub(filled, html))


def _page(fact, uid, attributes, words):
    if fact is None:
        return _dead() + words
    part = f"#{attributes['data-part']}" if "data-part" in attributes else ""
    return f'<a href="{address_of(fact)}{part}">{words}'


def _file(fact, uid, attributes, words):
    if fact is None:
        return _dead() + words
    note = _search_note(fact)
    beside = f'<span class="t3 small">{_("（%(note)s）") % {"note": note}}</span>' if note else ""
    start = f'<a class="file-link"{_opens(fact)}'
    if beside and not words.endswith("</a>"):  # marked words within: their end is not in sight
        return f'{start} title="{note}">{words}'
    return f"{start}>{words}{beside}"


def _opens(fact):
    """Where a file opens: in a panel over the page, or by itself where it cannot be shown."""
    if fact.kind in ("picture", "attachment") and type_of(fact.name).shown_as:
        return f' href="{reverse("files:view", args=[fact.uid])}" data-view="{fact.uid}"'
    return f' href="{address_of(fact)}"'


def _search_note(fact):
    """That search does not look into this file, and why."""
    return note_of(type_of(fact.name).extension, fact.extraction) if fact.kind == "attachment" else ""


def _dead():
    return f'<a class="link-none" role="link" aria-disabled="true" title="{_("没有权限或已删除")}">'


def _attachment(fact, uid, attributes, words):
    words = words.removesuffix("</a>")
    if fact is None:
        return _missing(words)
    kind, size = type_of(fact.name), filesizeformat(fact.size or 0)
    name = f'<span class="block ell">{words or escape(fact.title)}</span>'
    rule = "" if fact.may_take else _("只能在线看") if kind.shown_as else _("不能下载")
    facts = " · ".join(filter(None, (kind.extension.upper(), size, rule, _search_note(fact))))
    said = f'<span class="grow">{name}<span class="t3 small">{facts}</span></span>'
    card = f"{tile('file', '', kind.icon)}{said}"
    if not kind.shown_as:
        return f'<a class="file"{_opens(fact)}>{card}{icon("download", "dl-ico")}</a>'
    if not fact.may_take:
        return f'<a class="file"{_opens(fact)}>{card}</a>'
    label = _("下载 %(name)s") % {"name": words or escape(fact.title)}
    return (
        f'<span class="file-pair"><a class="file"{_opens(fact)}>{card}</a>'
        f'<a class="icon-btn no-print" href="{address_of(fact)}?download=1" aria-label="{label}">{icon("download")}</a>'
        "</span>"
    )


def _picture(fact, uid, attributes, words):
    alt = attributes.get("alt", "")
    if fact is None:
        return _missing(alt) + words
    if fact.kind == "picture":
        wished = attributes.get("data-width", "")
        if wished.isdecimal() and fact.width:
            height = max(1, round(int(wished) * fact.height / fact.width))
            size = f'class="sized" width="{wished}" height="{height}"'
            return f'<img {_sources(fact, wished)} {size} alt="{alt}">' + words
        return f'<img {_sources(fact)} width="{fact.width}" height="{fact.height}" alt="{alt}">' + words
    media = type_of(fact.name).media_type.split("/")[0]
    if media in ("video", "audio"):
        called = escape(unescape(alt) or fact.title)
        source, kept = address_of(fact), ""
        if not fact.may_take:
            source, kept = reverse("files:content", args=[fact.uid]), ' controlslist="nodownload"'
        return f'<{media} src="{source}" controls{kept} preload="metadata" aria-label="{called}"></{media}>' + words
    card = _attachment(fact, uid, attributes, alt)
    return (_embedded(fact, card) if "data-alone" in attributes else card) + words


def _embedded(fact, card):
    """A file that stands alone, with its first page under its name where it has pages."""
    if type_of(fact.name).shown_as not in ("pdf", "office"):
        return card
    drawn_with = {
        "url": reverse("files:content", args=[fact.uid]),
        "worker": static("js/vendor/pdfjs/pdf.worker.min.js"),
        "cmaps": static("js/vendor/pdfjs/cmaps/"),
        "fonts": static("js/vendor/pdfjs/standard_fonts/"),
    }
    values = "".join(f' data-embed-{name}-value="{value}"' for name, value in drawn_with.items())
    opening = _("打开查看")
    opens = f'<span class="btn btn-sm">{icon("maximize")}{opening}</span>'
    sheet = f'<a class="embed-sheet no-print" data-embed-target="sheet"{_opens(fact)} hidden>{opens}</a>'
    return f'<div class="embed" data-controller="embed"{values}>{card}{sheet}</div>'


def _sources(fact, wished=""):
    """The smallest sizes that are enough; a moving picture only as it is."""
    if type_of(fact.name).extension == "gif":
        return f'src="{address_of(fact)}" loading="lazy" decoding="async"'
    enough = next((place for place, width in enumerate(WIDTHS) if width >= fact.width), len(WIDTHS) - 1)
    sizes = [(reverse("files:rendition", args=[fact.uid, f"width-{width}"]), width) for width in WIDTHS[: enough + 1]]
    several = ", ".join(f"{address} {min(width, fact.width)}w" for address, width in sizes)
    shown = f"min({wished}px, 100vw)" if wished else COLUMN
    choice = f' srcset="{several}" sizes="{shown}"' if len(sizes) > 1 else ""
    return f'src="{sizes[min(1, enough)][0]}"{choice} loading="lazy" decoding="async"'


def _missing(words):
    return f'<span class="file-none" title="{_("没有权限或已删除")}">{icon("file-x")}{words or _("文件")}</span>'


def _mention(fact, uid, attributes, words):
    return f'<a class="mention" href="{reverse("people:profile", args=[uid])}">{words}'


def _icon(fact, name, attributes, words):
    return icon(name) + words.removeprefix("</i>")


_FILLERS = {
    "page": _page,
    "file": _file,
    "attachment": _attachment,
    "picture": _picture,
    "mention": _mention,
    "icon": _icon,
}


def address_of(fact: Fact) -> str:
    if fact.kind == "space":
        return reverse("content:space", args=[fact.name])
    if fact.kind == "page":
        return page_address(fact.uid, fact.title)
    return reverse("files:file", args=[fact.uid, f"{safe_name(fact.title)}.{type_of(fact.name).extension}"])

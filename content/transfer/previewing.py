"""How the page of one file will look, before it is one: drawn, cleaned and filled like every page."""

import re
from html import escape
from pathlib import Path

from django.utils.safestring import SafeString

from content.text import fill, render
from content.text.targets import exchange_targets
from content.transfer import plans
from content.transfer.rewriting import path_of
from content.transfer.sources import Source
from ui.uid import new_uid

_PICTURE = re.compile(r'<img data-picture="([^"]*)"((?: [a-z-]+="[^"]*")*)>')
SHOWN_AS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}


def preview(item, user, *, address) -> SafeString:
    """`address(name)` is where the picture of that name is to be had. Raises Unrenderable."""
    source, names = Source(item.run), {}

    def exchange(kind, target, words, _at):
        wanted = path_of(target, item.path)
        if wanted is None:
            return target
        if kind != "picture" or source.picture(item, wanted) is None:
            return None  # pages and files that are still to come: their words stand for them
        uid = new_uid()
        names[uid] = wanted.rpartition("/")[2]
        return f"file:{uid}"

    def shown(match):
        if (name := names.get(match[1])) is None:
            return match[0]
        return f'<img src="{escape(address(name))}"{_alt(match[2])}{_width(match[2])} loading="lazy">'

    html = render(exchange_targets(_body(source, item), exchange)).html
    return fill(_PICTURE.sub(shown, html), user)


def picture(item, name) -> tuple[Path, str] | None:
    """A picture out of the file of this item, and its type; only such as every browser shows and none runs."""
    kind = SHOWN_AS.get(Path(name).suffix.lower())
    place = Source(item.run).picture(item, f"{item.path}/{name}") if kind else None
    return place and (place, kind)


def _body(source, item):
    kept = source.kept(item)
    if kept is not None:
        return kept["body"]
    if item.path not in source.entries or not plans.is_text(item.path):
        return ""
    sheet = plans.Sheet(item.path, item.parent_path, item.title, item.was)
    return plans.fill(sheet, source.entries[item.path].read()).body


def _alt(attributes):
    found = re.search(r' alt="[^"]*"', attributes)
    return found[0] if found else ' alt=""'


def _width(attributes):
    found = re.search(r' data-width="(\d+)"', attributes)
    return f' class="sized" width="{found[1]}"' if found else ""

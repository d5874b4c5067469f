"""What somebody copied elsewhere (Word, WPS, Excel, a web page), as Markdown for the editor."""

import base64
import binascii
import re
from collections import Counter, defaultdict, deque
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.actions import pasted_rtf
from content.errors import WritingError
from content.text.dressing.links import target_of
from content.text.incoming import from_html
from content.text.incoming_parsing import parse
from content.text.limits import MAX_CHARACTERS
from files.actions import receive
from files.errors import Refused
from ui.numbers import number_in

MOST_PICTURES = 30  # at once; each is looked at and cleaned while the writer waits
_CARRIED = re.compile(r"data:image/(?P<type>[\w.+-]{1,20});base64,(?P<bytes>[A-Za-z0-9+/=\r\n]*)")
_LOCAL = re.compile(r"file:(?=/)|[a-z]:[\\/]", re.IGNORECASE)  # on the writer's disk
_LOCAL_PICTURE = re.compile(r"<img\b[^>]*(?:file:|[a-z]:[\\/])", re.IGNORECASE)
_PLACE = re.compile(r"data:(\d{1,6})")


class TooMuch(WritingError):
    message = gettext_lazy("粘贴的内容太多，请分几次粘贴，或者用“导入文件”。")


@dataclass(frozen=True)
class Pasted:
    """`lost` says in one sentence what could not be carried over; empty when everything came along."""

    markdown: str
    lost: str = ""


def pasted(html, *, by, rtf="", files=(), about=None, beside=None) -> Pasted:
    """Headings, lists, tables and links stay, dress and scripts never; pictures in it are kept as files.

    `rtf` and `files` are what else was in the clipboard: pictures of Word are there. Raises WritingError. `about` and
    `beside` as in files.actions.receive.
    """
    carried = []
    html = _CARRIED.sub(lambda match: _set_aside(match, carried), html)
    if len(html) > MAX_CHARACTERS:
        raise TooMuch
    kept = _Kept(by=by, about=about, beside=beside)
    local = _local_pictures(html, rtf, files)

    def picture(address, words):
        if place := _PLACE.fullmatch(address):
            return kept.picture(_decoded(carried, int(place[1])), words)
        if _LOCAL.match(address):
            return kept.picture(local[address].popleft() if local[address] else None, words)
        return _address(address)

    made = from_html(
        html,
        picture=picture,
        link=lambda address, words: _address(address),
        is_part=True,
        instead_of_picture=_("（图片未传入）"),
    )
    return Pasted(made.markdown, _told(made.losses, kept))


def _set_aside(match, pictures):
    """Pictures are many times longer than the text they stand in."""
    pictures.append((match["type"], match["bytes"]))
    return f"data:{len(pictures) - 1}"


def _decoded(carried, place):
    if place >= len(carried):
        return None
    kind, content = carried[place]
    try:
        return kind, base64.b64decode(content)
    except (binascii.Error, ValueError):
        return None


def _local_pictures(html, rtf, files):
    """{address on the writer's disk: (type, content) of each picture there, None where nothing carried it}"""
    found = defaultdict(deque)
    if not _LOCAL_PICTURE.search(html):
        return found
    named = [one for one in parse(html).find_all("img") if _LOCAL.match(str(one.get("src", "")).strip())]
    if len(files) == len(named) > 1:  # a single file may be a picture of the whole selection
        there = [(one.content_type.partition("/")[2], one.read()) for one in files]
    else:
        matched = pasted_rtf.placed(pasted_rtf.pictures(rtf), [_size(one) for one in named])
        there = [(one.kind, one.content) if one and one.kind else None for one in matched]
    for one, content in zip(named, there, strict=True):
        found[str(one["src"]).strip()].append(content)
    return found


def _size(picture):
    return tuple(number_in(str(picture.get(side, ""))) for side in ("width", "height"))


class _Kept:
    """Pictures taken in so far, and what was said about those that were not."""

    def __init__(self, **place):
        self.place, self.count, self.missing, self.refusals = place, 0, 0, []

    def picture(self, carried, words):
        """`file:uid`, or None where there is none, or one too many."""
        if carried and self.count < MOST_PICTURES:
            kind, content = carried
            try:
                upload = SimpleUploadedFile(f"{words[:40] or _('粘贴的图片')}.{kind}", content, f"image/{kind}")
                held = receive(upload, **self.place)
                self.count += 1
                return f"file:{held.uid}"
            except Refused as reason:
                self.refusals.append(str(reason))
        self.missing += 1
        return None


def _address(address):
    """Our own addresses as lasting references; those of the writer's own disk are left out."""
    kind, uid, part = target_of(address)
    if kind:
        return f"{kind}:{uid}{f'#{part}' if part else ''}"
    return address if address.lower().startswith(("http:", "https:", "mailto:", "tel:")) else None


def _told(losses, kept):
    counted = Counter(loss.what for loss in losses)
    said = []
    if kept.missing:
        counted[_("图片")] -= kept.missing
        said.append(_("%(count)d 张图片未传入，请另存后上传，或直接导入 Word 文件。") % {"count": kept.missing})
    things = [f"{what} × {count}" if count > 1 else what for what, count in counted.items() if count > 0]
    if things:
        said.append(_("没有带过来：%(things)s。") % {"things": "、".join(things)})
    return " ".join([*said, *dict.fromkeys(kept.refusals)])

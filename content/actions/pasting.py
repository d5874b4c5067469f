"""What somebody copied elsewhere (Word, WPS, Excel, a web page), as Markdown for the editor."""

import base64
import binascii
import re
from collections import Counter
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.errors import WritingError
from content.text.dressing.links import target_of
from content.text.incoming import from_html
from content.text.limits import MAX_CHARACTERS
from files.actions import receive
from files.errors import Refused

MOST_PICTURES = 30  # at once; each is looked at and cleaned while the writer waits
_CARRIED = re.compile(r"data:image/(?P<type>[\w.+-]{1,20});base64,(?P<bytes>[A-Za-z0-9+/=\r\n]*)")
_PLACE = re.compile(r"data:(\d{1,6})")


class TooMuch(WritingError):
    message = gettext_lazy("粘贴的内容太多，请分几次粘贴，或者用“导入文件”。")


@dataclass(frozen=True)
class Pasted:
    """`lost` says in one sentence what could not be carried over; empty when everything came along."""

    markdown: str
    lost: str = ""


def pasted(html, *, by, about=None, beside=None) -> Pasted:
    """Headings, lists, tables and links stay, dress and scripts never; pictures in it are kept as files.

    Raises WritingError. `about` and `beside` as in files.actions.receive.
    """
    pictures = []
    html = _CARRIED.sub(lambda match: _set_aside(match, pictures), html)
    if len(html) > MAX_CHARACTERS:
        raise TooMuch
    refusals = []

    def picture(address, words):
        if place := _PLACE.fullmatch(address):
            return _kept(pictures, int(place[1]), words, refusals, by=by, about=about, beside=beside)
        return _address(address)

    made = from_html(html, picture=picture, link=lambda address, words: _address(address), is_part=True)
    return Pasted(made.markdown, _told(made.losses, refusals))


def _set_aside(match, pictures):
    """Pictures are many times longer than the text they stand in."""
    pictures.append((match["type"], match["bytes"]))
    return f"data:{len(pictures) - 1}"


def _kept(pictures, place, words, refusals, *, by, about, beside):
    if place >= min(len(pictures), MOST_PICTURES):
        return None
    kind, content = pictures[place]
    try:
        content = base64.b64decode(content)
        upload = SimpleUploadedFile(f"{words[:40] or _('粘贴的图片')}.{kind}", content, f"image/{kind}")
        return f"file:{receive(upload, by=by, about=about, beside=beside).uid}"
    except Refused as reason:
        refusals.append(str(reason))
    except (binascii.Error, ValueError):
        pass
    return None


def _address(address):
    """Our own addresses as lasting references; those of the writer's own disk are left out."""
    kind, uid, part = target_of(address)
    if kind:
        return f"{kind}:{uid}{f'#{part}' if part else ''}"
    return address if address.lower().startswith(("http:", "https:", "mailto:", "tel:")) else None


def _told(losses, refusals):
    if not losses:
        return ""
    counted = Counter(loss.what for loss in losses)
    things = "、".join(f"{what} × {count}" if count > 1 else what for what, count in counted.items())
    said = _("没有带过来：%(things)s。") % {"things": things}
    return " ".join([said, *dict.fromkeys(refusals)])

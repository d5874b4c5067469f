"""What people type into a comment: plain words, colleagues by “@姓名”, addresses."""

import re

from django.urls import reverse
from django.utils.html import escape, urlize
from django.utils.safestring import mark_safe

from org.models import User

MOST_MENTIONED = 10  # colleagues in one comment
NAMES = range(2, 7)  # characters of a name typed by hand

_MENTION = re.compile(r"\[@([^\]\n]{1,40})\]\(mention:([2-9a-hjkmnp-z]{12})\)")
_TYPED = re.compile(r"(?<![\w\[])@([\u3400-\u9fff·]{2,6})")


def kept(text: str) -> str:
    """As it is stored: names typed by hand become mentions where exactly one colleague bears them. At most a query."""
    text = text.replace("\r\n", "\n").strip()
    typed = {name[:length] for name in _TYPED.findall(text) for length in NAMES}
    if not typed:
        return text
    people = {}
    for name, uid in User.objects.active().filter(name__in=typed).values_list("name", "uid"):
        people.setdefault(name, []).append(uid)

    def named(match):
        for length in reversed(NAMES):
            name = match[1][:length]
            if len(name) == length and len(people.get(name, ())) == 1:
                return f"[@{name}](mention:{people[name][0]}){match[1][length:]}"
        return match[0]

    return _TYPED.sub(named, text)


def mentioned(text: str) -> list[str]:
    """The uids of the colleagues named in it."""
    return list(dict.fromkeys(uid for _name, uid in _MENTION.findall(text)))[:MOST_MENTIONED]


def shown(text: str):
    """As HTML: mentions lead to the colleague, addresses are links, line ends stay."""
    parts, at = [], 0
    for match in _MENTION.finditer(text):
        parts.append(_plain(text[at : match.start()]))
        parts.append(f'<a class="mention" href="{reverse("people:profile", args=[match[2]])}">@{escape(match[1])}</a>')
        at = match.end()
    parts.append(_plain(text[at:]))
    return mark_safe("".join(parts))


def said(text: str) -> str:
    """In one line, for notices."""
    return " ".join(_MENTION.sub(r"@\1", text).split())


def without(text: str, uid: str) -> str:
    """Without the name of somebody whose data were erased."""
    return _MENTION.sub(lambda match: "@…" if match[2] == uid else match[0], text)


def _plain(text):
    return urlize(text, nofollow=True, autoescape=True).replace("\n", "<br>")

"""What a message says: of what its reader may see at this moment, and nothing else."""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from notifications import groups


@dataclass(frozen=True)
class Line:
    sentence: str
    detail: str
    url: str


@dataclass(frozen=True)
class Words:
    subject: str
    lines: list[Line]
    url: str  # where a click leads that means all of them


def spoken_to(person):
    return translation.override(person.language or settings.LANGUAGE_CODE)


def words(message) -> Words:
    """In the language of its reader."""
    with spoken_to(message.person):
        return _words(message)


def _words(message):
    lines = [Line(notice.sentence, notice.detail, address(notice)) for notice in message.notices]
    if len(lines) == 1:
        return Words(lines[0].sentence, lines, lines[0].url)
    return Words(_subject(message), lines, settings.SITE_URL + reverse("notifications:inbox"))


def _subject(message):
    """“3 条新通知：评论和回复”; what they are about is said inside."""
    labels = [str(groups.find(name).label) for name in sorted(message.groups)]
    count = len(message.notices)
    said = ngettext("%(count)s 条新通知", "%(count)s 条新通知", count) % {"count": count}
    return f"{said}{_('：')}{_('、').join(labels)}" if len(labels) < 3 else said


def address(notice):
    """Through the inbox, so that it is read there with the same click; nobody without a session learns a thing."""
    return settings.SITE_URL + reverse("notifications:notice", args=[notice.pk])


def plain(message) -> str:
    """For robots: the sentences, one a line, with one address."""
    said = words(message)
    head = [] if len(said.lines) == 1 else [said.subject]
    return "\n".join([*head, *(line.sentence for line in said.lines[:MOST]), said.url])


MOST = 20  # lines in a message to a chat


def key_of(way, notices) -> str:
    """The same for the same notices: the other side can tell a repetition."""
    numbers = ",".join(str(pk) for pk in sorted(notice.pk for notice in notices))
    return sha256(f"{way}:{numbers}".encode()).hexdigest()[:32]

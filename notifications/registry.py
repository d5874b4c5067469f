"""The kinds of notices. Each room names its own in its notifications.py.

@register
class Asked(NoticeKind):
    name = "access.asked"
    def sentence(self, notice):
        return _("%(who)s 请求查看《%(title)s》") % {"who": notice.who, "title": notice.thing.title}
"""

import logging

from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)
_kinds: dict[str, "NoticeKind"] = {}
_sources = {}  # name → function(pk) → queryset of users


class NoticeKind:
    """How one kind of notice looks and whom it may reach."""

    name = ""  # "access.asked": kept in rows, so it stays
    tile = "notice"
    icon = ""  # another symbol on the tile
    is_urgent = False  # the tile's colour says so; words still must
    group = "other"  # notifications/groups.py: by which ways it leaves the house, and how often
    # What the person must be allowed to do with the thing, when the notice is made and each time it is shown.
    # None: the notice says nothing of the thing and `notice.thing` stays None.
    needs: str | None = "view"

    def sentence(self, notice) -> str:
        """Plain words for the list. `notice.thing` is there and may be seen, unless needs is None."""
        raise NotImplementedError(f"{type(self).__name__} has no words")

    def detail(self, notice) -> str:
        """A second line: what was said, until when."""
        return ""

    def url(self, notice) -> str:
        """Where a click leads; empty leads nowhere."""
        return notice.thing.get_absolute_url() if notice.thing else ""

    def heap(self, notice):
        """What notices of this kind lie together about in the inbox, such as the page of a comment; None: alone."""
        return

    def sentence_for_many(self, heap) -> str:
        """The words of several; `heap` has notices, people, named. Their things may be seen."""
        return self.sentence(heap.first)

    def still_wanted(self, person, notices) -> list:
        """Those of `notices` that may still leave the house: not of a channel no longer followed, say."""
        return notices


class Gone(NoticeKind):
    """Stands in for kinds no room registers any more and for things the person may no longer see."""

    needs = None

    def sentence(self, notice):
        return _("这条通知的内容已删除，或不再对您开放")


def somebody() -> str:
    """Who acted, where the account is gone or nobody did."""
    return _("一位同事")


def register(kind):
    """A class decorator."""
    _kinds[kind.name] = kind()
    return kind


def every() -> list[NoticeKind]:
    return list(_kinds.values())


def find(name) -> NoticeKind:
    return _kinds.get(name, GONE)


def urgent_names() -> list[str]:
    return [name for name, kind in _kinds.items() if kind.is_urgent]


def recipients(name):
    """A function decorator: the users whom one thing concerns who may see it now, as a queryset.

    @registry.recipients("subscriptions.followers")
    def followers(pk): return User.objects.filter(...)
    """

    def registered(function):
        _sources[name] = function
        return function

    return registered


def source(name):
    """LookupError where no room has it: the work stays due, and is seen."""
    try:
        return _sources[name]
    except KeyError:
        raise LookupError(f"Nobody names the recipients {name}. Are they in a room's notifications.py?") from None


GONE = Gone()


def words_for(notice) -> tuple[str, str, str]:
    """Sentence, detail and address; a kind that cannot read its old rows must not take the inbox with it."""
    try:
        kind = notice.shown_as
        return kind.sentence(notice), kind.detail(notice), kind.url(notice)
    except Exception:
        logger.exception("No words for notice %s of kind %s", notice.pk, notice.kind)
        return GONE.sentence(notice), "", ""


def heap_of(notice):
    try:
        return notice.shown_as.heap(notice)
    except Exception:
        logger.exception("No heap for notice %s of kind %s", notice.pk, notice.kind)
        return None


def words_for_many(heap) -> str:
    try:
        return heap.first.shown_as.sentence_for_many(heap)
    except Exception:
        logger.exception("No words for many of kind %s", heap.first.kind)
        return heap.first.sentence

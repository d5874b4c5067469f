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


class NoticeKind:
    """How one kind of notice looks and whom it may reach."""

    name = ""  # "access.asked": kept in rows, so it stays
    tile = "notice"
    icon = ""  # another symbol on the tile
    is_urgent = False  # the tile's colour says so; words still must
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


def find(name) -> NoticeKind:
    return _kinds.get(name, GONE)


GONE = Gone()


def words_for(notice) -> tuple[str, str, str]:
    """Sentence, detail and address; a kind that cannot read its old rows must not take the inbox with it."""
    try:
        kind = notice.shown_as
        return kind.sentence(notice), kind.detail(notice), kind.url(notice)
    except Exception:
        logger.exception("No words for notice %s of kind %s", notice.pk, notice.kind)
        return GONE.sentence(notice), "", ""

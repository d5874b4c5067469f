"""The inbox as it is read: notices about the same thing lie together, and tabs choose among the groups."""

from dataclasses import dataclass
from itertools import islice

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from notifications import registry

NAMES = 2  # people named below a heap; the others are a number


@dataclass(frozen=True)
class Tab:
    name: str
    label: str
    groups: tuple[str, ...] = ()

    def of(self, notices):
        return notices.filter(self._chosen()) if self.name else notices

    def _chosen(self):
        if self.name == "unread":
            return Q(read_at=None)
        if self.name == "urgent":
            return Q(read_at=None, kind__in=registry.urgent_names())
        return Q(kind__in=[kind.name for kind in registry.every() if kind.group in self.groups])


TABS = [
    Tab("", _("全部")),
    Tab("unread", _("未读")),
    Tab("urgent", _("紧急")),
    Tab("approval", _("要我处理"), ("approval",)),
    Tab("announcement", _("公告制度"), ("announcement", "alert")),
    Tab("mention", _("评论和提到我"), ("mention", "comment")),
    Tab("helpdesk", _("服务台"), ("helpdesk",)),
    Tab("course", _("学习"), ("course",)),
    Tab("channel", _("订阅"), ("channel", "reaction")),
]


def tab(name) -> Tab:
    return next((tab for tab in TABS if tab.name == name), TABS[0])


def tabs_for(user, chosen) -> list[Tab]:
    """Those whose rooms exist here; urgent ones only while there are some."""
    known = {kind.group for kind in registry.every()}
    shown = {"", "unread", chosen.name, "urgent" if user.urgent else ""}
    return [tab for tab in TABS if tab.name in shown or known & {*tab.groups}]


class Heap:
    """Notices of a day about one thing, or a single one."""

    def __init__(self, notices):
        self.notices = notices
        self.first = notices[0]  # the newest

    @property
    def is_unread(self):
        return any(not notice.read_at for notice in self.notices)

    @property
    def ids(self):
        return [notice.pk for notice in self.notices if not notice.read_at]

    @property
    def is_single(self):
        return len(self.notices) == 1

    @property
    def people(self):
        """Who acted, the newest first, each once."""
        return list({notice.actor_id: notice.actor for notice in self.notices if notice.actor}.values())

    @property
    def named(self):
        return "、".join(person.name for person in islice(self.people, NAMES))

    @property
    def sentence(self):
        return registry.words_for_many(self)


def lay(notices) -> list[Heap]:
    """In the order of the newest of each; costs no query."""
    heaps = {}
    for notice in notices:
        heaps.setdefault(_mark(notice), []).append(notice)
    return [Heap(each) for each in heaps.values()]


def _mark(notice):
    mark = registry.heap_of(notice)
    return (notice.kind, mark) if mark else notice.pk

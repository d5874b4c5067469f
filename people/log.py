"""Decisions about roles, units and accounts as lines to read."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from org.choices import RoleKind
from org.models import User
from ui.words import day

WORDS = {
    "role.given": gettext_lazy("加了 %(role)s %(who)s，%(unit)s，%(dates)s"),
    "role.changed": gettext_lazy("把 %(role)s %(who)s（%(unit)s）的期限改为 %(dates)s"),
    "role.ended": gettext_lazy("结束了 %(role)s %(who)s，%(unit)s"),
    "role.taken_back": gettext_lazy("取消了还没开始的 %(role)s %(who)s，%(unit)s"),
    "unit.opened": gettext_lazy("新建了 %(unit)s"),
    "unit.changed": gettext_lazy("修改了 %(unit)s"),
    "unit.moved": gettext_lazy("移动了 %(unit)s"),
    "unit.closed": gettext_lazy("停用了 %(unit)s"),
    "unit.reopened": gettext_lazy("重新启用了 %(unit)s"),
}


class LogLines:
    """Decisions with their words, counted and cut like a queryset: one query looks up the names of what is shown."""

    def __init__(self, decisions):
        self.decisions = decisions.select_related("by")

    def count(self):
        return self.decisions.count()

    def __len__(self):
        return self.count()

    def __getitem__(self, part):
        decisions = list(self.decisions[part])
        uids = {_values(decision).get("person") for decision in decisions}
        names = dict(User.objects.filter(uid__in=uids).values_list("uid", "name"))
        for decision in decisions:
            decision.words = _in_words(decision, names)
        return decisions


def _values(decision):
    return decision.after or decision.before or {}


def _in_words(decision, names):
    values = _values(decision)
    words = {
        "unit": decision.about_name,
        "who": names.get(values.get("person"), ""),
        "role": dict(RoleKind.choices).get(values.get("kind"), ""),
        "dates": _dates(values),
    }
    return WORDS.get(decision.verb, "%(unit)s") % words


def _dates(values):
    start, end = (_day(values.get(name)) for name in ("starts_on", "ends_on"))
    return _("%(start)s至 %(end)s") % {"start": start, "end": end} if end else _("%(start)s起") % {"start": start}


def _day(text):
    return day(date.fromisoformat(text)) if text else ""

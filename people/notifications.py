"""What people are told about roles, lists and looks inside."""

from datetime import date

from django.utils.translation import gettext as _

from notifications.registry import NoticeKind, register
from org.choices import RoleKind
from ui.words import day


def _day(text):
    return day(date.fromisoformat(text)) if text else ""


def _named(values):
    """With the role in the reader's language."""
    return {**values, "role": dict(RoleKind.choices).get(values["role"], "")}


@register
class RoleGiven(NoticeKind):
    name = "role.given"
    tile, icon = "person", "shield-check"
    needs = None

    def sentence(self, notice):
        return _("您成为%(unit)s的%(role)s") % _named(notice.values)

    def detail(self, notice):
        start, end = _day(notice.values["starts_on"]), _day(notice.values["ends_on"])
        return _("%(start)s至 %(end)s") % {"start": start, "end": end} if end else _("%(start)s起") % {"start": start}


@register
class RoleChanged(RoleGiven):
    name = "role.changed"

    def sentence(self, notice):
        return _("您作为%(unit)s%(role)s的期限改了") % _named(notice.values)


@register
class Imported(NoticeKind):
    name = "people.imported"
    tile, icon = "file", "file-spreadsheet"

    def sentence(self, notice):
        return _("%(unit)s的人员名单导入完成，%(changes)s 处变化") % notice.values


@register
class BrokenOpen(NoticeKind):
    name = "access.broken_open"
    tile, icon = "alert", "shield-alert"
    is_urgent = True

    def sentence(self, notice):
        return _("%(who)s 紧急查看了《%(title)s》") % {"who": notice.who, "title": notice.thing}

    def detail(self, notice):
        return _("原因：%(reason)s") % notice.values

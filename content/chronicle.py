"""What was decided about a page, for its history: who, when, what, why."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.models import Decision
from content.models import ContentPage
from org.models import User

SHOWN = 50
WORDS = {
    "page.created": _("新建"),
    "page.submitted": _("提交审批"),
    "page.approved": _("同意发布"),
    "page.declined": _("退回修改"),
    "page.withdrawn": _("撤回"),
    "page.overridden": _("未经审批发布"),
    "page.published": _("发布"),
    "page.unpublished": _("撤下"),
    "page.verified": _("仍然正确"),
    "page.handed_over": _("换维护人"),
    "page.locked": _("锁定"),
    "page.unlocked": _("解锁"),
    "page.moved": _("移动"),
    "page.version_named": _("命名版本"),
    "page.removed": _("放进回收站"),
    "page.restored": _("从回收站恢复"),
    "regulation.edition": _("新版次"),
    "regulation.repealed": _("废止"),
    "regulation.replaced": _("被取代"),
}


@dataclass(frozen=True)
class Step:
    """One decision in words."""

    title: str
    at: datetime
    who: str
    said: str
    is_grave: bool


def steps_of(page) -> list[Step]:
    """The newest first. Two queries."""
    kinds = {ContentPage._meta.label_lower, page._meta.label_lower}
    rows = Decision.objects.filter(about_key=page.uid, about_type__in=kinds, verb__in=WORDS).select_related("by")
    rows = list(rows[:SHOWN])
    keys = {_heir(row) for row in rows} - {""}
    people = User.objects.filter(Q(number__in=keys) | Q(uid__in=keys)).values_list("number", "uid", "name")
    names = {key: name for number, uid, name in people for key in (number, uid)}
    return [_step(row, names) for row in rows]


def writers_of(revision) -> str:
    """Who saved it, then who else wrote it, most first. No query where users and contributors were fetched along."""
    people = [revision.user, *(row.user for row in revision.contributors.all())]
    return "、".join(dict.fromkeys(person.name for person in people if person is not None))


def _heir(row) -> str:
    return (row.after or {}).get("maintainer", "") if row.verb == "page.handed_over" else ""


def _step(row, names):
    facts = (names.get(_heir(row), ""), (row.after or {}).get("valid_until", ""), row.reason)
    who = row.by.name if row.by else ""
    return Step(WORDS[row.verb], row.at, who, "，".join(each for each in facts if each), row.verb == "page.overridden")

"""What happened to an issue, and who did it: read from the decisions."""

from django.utils.translation import gettext_lazy as _

from audit.models import Decision

WORDS = {
    "issue.submitted": _("提交审批"),
    "issue.approved": _("审批通过"),
    "issue.declined": _("退回"),
    "issue.taken_back": _("收回"),
    "issue.planned": _("定时"),
    "issue.moved": _("改了发出时间"),
    "issue.cancelled": _("取消定时"),
    "issue.stuck": _("没有发出"),
    "issue.released": _("发出"),
    "issue.tried": _("请人试读"),
}


def of(issue, limit=30) -> list:
    """The latest last. One query."""
    rows = Decision.objects.filter(about_type="subscriptions.issue", about_key=issue.uid).select_related("by")
    rows = list(rows[:limit])[::-1]
    for row in rows:
        row.words = WORDS.get(row.verb, row.verb)
    return rows

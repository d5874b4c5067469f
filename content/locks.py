"""Why a page cannot be changed just now, in words for who would like to."""

from django.utils.translation import gettext as _
from wagtail.locks import BasicLock, ScheduledForPublishLock

from ui import words


def why_locked(page, user) -> str:
    """Empty while this person may change the page."""
    lock = page.get_lock()
    if lock is None or not lock.for_user(user):
        return ""
    if isinstance(lock, BasicLock) and page.locked_by:
        said = {"who": page.locked_by.name, "at": words.clock(page.locked_at)}
        return _("%(who)s 在 %(at)s锁定了这一页，现在只能看。要改请找 %(who)s，或请维护人解锁。") % said
    if isinstance(lock, BasicLock):
        return _("这一页已锁定，现在只能看。要改请找维护人解锁。")
    if isinstance(lock, ScheduledForPublishLock):
        return _("这一页的修改已经定好发布时间。要再改，请先在草稿页撤回。")
    return _("这一页的修改正在审批。要再改，请提交的人先在草稿页撤回。")

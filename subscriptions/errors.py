"""Why something is not done, in words for people."""

from django.utils.translation import gettext_lazy as _

from content.errors import WritingError


class ChannelError(WritingError):
    """Raised by the actions of channels; its text is shown."""


class IsCompulsory(ChannelError):
    message = _("这个号由单位统一订阅，不能取消。可以关掉提醒。")


class MustApply(ChannelError):
    message = _("这个号需要先申请。")


class FullIssue(ChannelError):
    message = _("一期最多 8 篇。")


class EmptyIssue(ChannelError):
    message = _("先加一篇文章。")


class AlreadyOut(ChannelError):
    message = _("这一期已经发出了。")


class IsWaiting(ChannelError):
    message = _("这一期已经提交或定好时间。要改，请先收回。")


class ChecksOpen(ChannelError):
    message = _("还有检查项没有通过，补上再发。")


class NeedsWord(ChannelError):
    message = _("这个号的每一期都要先审批。")


class ChangedSince(ChannelError):
    message = _("审批之后文章又改过，请重新提交。")


class OwnIssue(ChannelError):
    message = _("自己提交的要由别人审批。")


class QuotaSpent(ChannelError):
    message = _("这一天的推送额度用完了。可以改个时间，或不推送、只发布。")


class TooSoon(ChannelError):
    message = _("发出时间要在现在之后。")


class NothingSaid(ChannelError):
    message = _("先写点什么。")


class NoComments(ChannelError):
    message = _("这个号没有开放留言。")

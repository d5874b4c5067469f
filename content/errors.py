"""What can go wrong when people write, in words for them."""

from django.utils.translation import gettext_lazy as _


class WritingError(Exception):
    """Nothing was written; the message says why and what to do."""

    def __init__(self, message=None):
        super().__init__(message or self.message)

    message = _("没有保存。")


class EmptyText(WritingError):
    message = _("正文是空的，而原来有内容。确实要清空，请勾选“清空正文”再保存。")


class BadValue(WritingError):
    message = _("“%(label)s”现在不能发布：%(why)s请在编辑页改好，再来一次。")

    def __init__(self, label, why):
        super().__init__(self.message % {"label": label, "why": why})


class PageLocked(WritingError):
    """Raised with the words of `content.locks`."""

    message = _("这一页已锁定，暂时不能修改。")


class NeedsApproval(WritingError):
    message = _("这里的页面要先审批再发布，请改用“提交审批”。")


class IncludesItself(WritingError):
    message = _("引入的“%(title)s”里又引入了这一页，会没完没了。请去掉其中一处。")

    def __init__(self, title):
        super().__init__(self.message % {"title": title})


class AlreadyScheduled(WritingError):
    message = _("已经定好发布时间；要改，请先在草稿页撤回。")


class GoesWithOthers(WritingError):
    message = _("这篇要编进一期再发布。")


class NeedsApprovalThere(WritingError):
    message = _("那里的页面要先审批再发布。请先撤下再移过去，然后提交审批。")


class OwnChange(WritingError):
    message = _("自己的修改要由别人审批。")


class ReasonMissing(WritingError):
    message = _("请写明原因。")


class NotAtWork(WritingError):
    message = _("这位同事已经不在岗，请换一位。")


class ChangedMeanwhile(WritingError):
    message = _("这份修改刚才又改了，请看过新的文字再决定。")


class AlreadyDecided(WritingError):
    message = _("这件事已经有人处理了。")


class TooDeep(WritingError):
    message = _("页面层级太深了，最多 %(levels)s 级。")

    def __init__(self, levels):
        super().__init__(self.message % {"levels": levels})


class WrongPlace(WritingError):
    message = _("不能放在这里。")


class HiddenBelow(WritingError):
    message = _("它下面有您无权这样处理的页面，请找空间负责人。")


class MaintainerLeftOut(WritingError):
    message = _("维护人要能看到自己维护的页面。请把维护人加进来，或先换维护人。")

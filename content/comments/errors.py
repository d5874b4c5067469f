"""What can go wrong when people comment and propose, in words for them."""

from django.utils.translation import gettext_lazy as _

from content.errors import WritingError


class NothingSaid(WritingError):
    message = _("请先写点什么。")


class TooLong(WritingError):
    message = _("太长了，请分成几条。")


class TooMuch(WritingError):
    message = _("写得太快了，请过一会儿再发。")


class PassageMoved(WritingError):
    message = _("这段文字刚才改了，请重新选一次。")


class NotInPlain(WritingError):
    message = _("这一处带有格式，请在下面的全文里修改。")


class NothingChanged(WritingError):
    message = _("文字没有变，请先修改再提交。")


class BaseGone(WritingError):
    message = _("原来的版本已经清理，合不上了。请点“改后采纳”，对照着改。")

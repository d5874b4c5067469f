"""What can go wrong when librarians keep words, in words for them."""

from django.utils.translation import gettext_lazy as _


class WordsError(Exception):
    """Nothing was kept; the message says why."""

    message = _("没有保存。")

    def __init__(self, message=None):
        super().__init__(message or self.message)


class SaidAlready(WordsError):
    message = _("已经有这一条了。")


class TooMany(WordsError):
    message = _("检索词太多了，请先撤回不用的。")

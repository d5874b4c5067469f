"""What can stand in the way of a wish, in words for people."""

from django.utils.translation import gettext_lazy as _


class WishError(Exception):
    message = _("没有转出去。")

    def __init__(self, message=None):
        super().__init__(message or self.message)


class AskedEnough(WishError):
    message = _("今天已经请人写了几篇，明天再来，或直接问同事。")


class Settled(WishError):
    message = _("已经有人答复过了。")


class ReasonMissing(WishError):
    message = _("请写明理由，对方会看到。")


class NotThere(WishError):
    message = _("没有找到这一页。请从列表里选，或粘贴它的地址。")

"""Why a socket was closed. 44xx: coming again helps only after a person did something; 45xx: later, by itself."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from org.sockets.codes import FORBIDDEN, FULL, MALFORMED, RESTART, SIGN_IN, TROUBLE

GONE, EPOCH, TOO_LARGE, SCHEMA, BUSY = 4404, 4409, 4413, 4426, 4529

WORDS = {
    MALFORMED: _("编辑器出了差错，请重新打开这一页。"),
    SIGN_IN: _("请先登录。"),
    FORBIDDEN: _("您不能改这一页。要改请找维护人。"),
    GONE: _("没有这一页，或者您不能看。"),
    EPOCH: _("这一页的文字已重新开始，请重新打开。"),
    TOO_LARGE: _("一次放进来的内容太大，请分几次。"),
    SCHEMA: _("编辑器已更新，请重新打开这一页。"),
    TROUBLE: _("服务器出了点问题，正在重新连接。"),
    FULL: _("同时编辑这一页的人太多，请稍后再来。"),
    BUSY: _("一下子来的内容太多，正在重新连接。"),
    RESTART: _("服务器正在重新启动，马上就好。"),
}


def why(code, language="") -> str:
    with translation.override(language or settings.LANGUAGE_CODE):
        return str(WORDS[code])

"""企业微信: https://qyapi.weixin.qq.com, “群机器人”. Its address bears the key."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications.ways.robots import RobotWay

LONGEST = 2048  # bytes of a text


class WeCom(RobotWay):
    name, label = "wecom", gettext_lazy("企业微信")
    host = "qyapi.weixin.qq.com"
    busy = (-1, 45009)  # the system is busy, or over twenty messages a minute

    def body(self, robot, text):
        return {"msgtype": "text", "text": {"content": _cut(text)}}

    def answer(self, said):
        return said.get("errcode", 0), said.get("errmsg", "")

    def words_without_robot(self):
        return _("没有连接企业微信机器人")


def _cut(text):
    """Lines from the middle go first: the address at the end must stay whole."""
    lines = text.split("\n")
    while len("\n".join(lines).encode()) > LONGEST and len(lines) > 2:
        del lines[-2]
    return "\n".join(lines)


WAY = WeCom()

"""Feishu: https://open.feishu.cn, “自定义机器人”."""

import base64
import hmac
import time
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications.ways.robots import RobotWay


class Feishu(RobotWay):
    name, label = "feishu", gettext_lazy("飞书")
    host = "open.feishu.cn"
    busy = (11232, 11233, 9429)  # too many messages a second or a minute

    def body(self, robot, text):
        said = {"msg_type": "text", "content": {"text": text}}
        if robot.secret:
            now = str(int(time.time()))
            said |= {"timestamp": now, "sign": _signature(now, robot.secret)}
        return said

    def answer(self, said):
        return said.get("code", said.get("StatusCode", 0)), said.get("msg", "")

    def words_without_robot(self):
        return _("没有连接飞书机器人")


def _signature(now, secret):
    """As Feishu wants it: time and secret are the key, nothing is the message."""
    return base64.b64encode(hmac.new(f"{now}\n{secret}".encode(), b"", sha256).digest()).decode()


WAY = Feishu()

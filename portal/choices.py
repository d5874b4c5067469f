"""What a module link can look like."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Colour(TextChoices):
    """Colours of the square behind the icon, named after the tiles they are taken from."""

    ARTICLE = "article", _("蓝")
    REGULATION = "regulation", _("靛")
    CASE = "case", _("青")
    COURSE = "course", _("橙")
    CHANNEL = "channel", _("紫")
    TICKET = "ticket", _("砖")
    NOTICE = "notice", _("土")
    ALERT = "alert", _("红")
    FILE = "file", _("灰")


class Trouble(TextChoices):
    """Why an address could not be opened."""

    MISSING = "missing", _("打开后是“找不到”，请检查地址末尾")
    FAILING = "failing", _("打开了，但对方系统出错")
    UNKNOWN_HOST = "unknown_host", _("没有这个域名，请检查拼写")
    SILENT = "silent", _("没有应答，可能已停用，或从服务器连不到")


ICONS = {
    "layout-grid": _("方格"),
    "calendar-days": _("日历"),
    "clipboard-pen": _("填表"),
    "clipboard-list": _("清单"),
    "test-tube": _("试管"),
    "pill": _("药片"),
    "syringe": _("注射器"),
    "stethoscope": _("听诊器"),
    "heart-pulse": _("心率"),
    "microscope": _("显微镜"),
    "bed": _("床位"),
    "ambulance": _("救护车"),
    "siren": _("警灯"),
    "hospital": _("医院"),
    "phone": _("电话"),
    "megaphone": _("喇叭"),
    "stamp": _("印章"),
    "wallet": _("钱包"),
    "receipt-text": _("票据"),
    "monitor": _("电脑"),
    "radio-tower": _("信号塔"),
    "printer": _("打印机"),
    "shield-check": _("盾牌"),
    "graduation-cap": _("学士帽"),
    "book-open": _("书"),
    "file-text": _("文件"),
    "users-round": _("人员"),
    "utensils": _("餐具"),
    "map-pin": _("地点"),
    "link": _("链接"),
}

"""Kinds of notices as people choose among them: each group has its ways and its pace until a person says otherwise."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from notifications.choices import Pace


@dataclass(frozen=True)
class Group:
    name: str
    label: str
    tile: str
    icon: str
    ways: frozenset[str]  # on until the person says otherwise; “inapp” is the number at the bell
    pace: str = Pace.NOW
    hint: str = ""
    is_binding: bool = False  # cannot be switched off or put off
    unfit: frozenset[str] = frozenset()  # ways that would only be a nuisance


def _group(name, label, tile, icon, ways, pace=Pace.NOW, **more):
    return Group(name, label, tile, icon, frozenset(ways.split()), pace, **more)


EVERY = "inapp mail webpush feishu wecom"
NO_PUSH = frozenset({"webpush"})

GROUPS = {
    group.name: group
    for group in (
        _group("alert", _("危急值"), "alert", "siren", EVERY, hint=_("送达为止，不能关闭"), is_binding=True),
        _group("announcement", _("公告和签阅"), "notice", "megaphone", EVERY),
        _group("approval", _("要我审批、核验"), "regulation", "stamp", "inapp webpush feishu wecom"),
        _group("mention", _("提到我"), "article", "at-sign", "inapp webpush feishu wecom"),
        _group(
            "comment",
            _("评论和回复"),
            "article",
            "message-circle",
            "inapp feishu wecom",
            Pace.HOUR,
            hint=_("我维护或关注的页面"),
        ),
        _group("helpdesk", _("服务台"), "ticket", "headset", "inapp mail webpush", hint=_("我提的和我受理的")),
        _group("course", _("学习和考核"), "course", "graduation-cap", "inapp mail", Pace.DAY),
        _group("channel", _("订阅号"), "channel", "newspaper", "inapp mail", Pace.DAY, unfit=NO_PUSH),
        _group("reaction", _("点赞和收藏"), "file", "bookmark", "inapp", Pace.WEEK, unfit=NO_PUSH),
        _group("other", _("其他"), "notice", "bell", "inapp", Pace.DAY, hint=_("请求的结果、交接、导入导出")),
    )
}


def find(name) -> Group:
    return GROUPS.get(name, GROUPS["other"])

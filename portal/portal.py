"""What the workbench itself registers: its door, its own cards, where somebody works."""

from django.utils.translation import gettext_lazy as _

from access.administration import is_administrator
from activity.queries import favourite_lines, recent_lines
from portal import registry, waiting, workplace
from ui import shell

shell.rail.register(10, "layout-grid", _("工作台"), "portal:home", tab=True)
shell.rail.register(15, "circle-check-big", _("待办"), "portal:waiting", tab=True)
shell.account.register(10, "bookmark", _("我的收藏"), "activity:favourites")
shell.account.register(20, "settings-2", _("自定义常用"), "portal:quick_links")
shell.account.register(60, "layout-grid", _("业务入口"), "portal:modules", show=is_administrator)
shell.say_workplace(workplace.workplace)


@registry.card("waiting", 10, "portal/cards/waiting.html", title=_("待我处理"))
def waiting_card(user):
    piles = waiting.piles(user)
    return {"errands": waiting.urgent_first(piles, 5), "total": waiting.total(piles)}


@registry.card("recent", 20, "portal/cards/recent.html", column=registry.SIDE, title=_("最近访问"))
def recent(user):
    return {"lines": recent_lines(user, 6)}


@registry.card("favourites", 30, "portal/cards/favourites.html", column=registry.SIDE, title=_("我的收藏"), lazy=True)
def favourites(user):
    return {"lines": favourite_lines(user, 6)}

"""Where people stand in the frame: the directory in the rail, profile and staff screens behind the picture."""

from django.utils.translation import gettext_lazy as _

from access.administration import is_administrator
from portal import registry
from portal.registry import register_account, register_nav
from ui import shell

shell.register_place("colleagues", "people:suggestions")
MANAGED = tuple(f"/people/{part}/" for part in ("imports", "positions", "roles", "slips", "units", "why"))

register_nav(70, "users-round", _("通讯录"), "people:directory", tab=True)
register_account(5, "id-card", _("个人资料"), "people:edit")
register_account(55, "users", _("人员管理"), "people:manage", show=is_administrator, prefixes=MANAGED)


@registry.slot("page.menu", 90, "people/slots/why.html")
def why(user, page):
    """In the menu of a page, for who gives rights."""
    return {"uid": page.uid} if is_administrator(user) else None

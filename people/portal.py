"""Where people stand in the frame: the directory in the rail, profile and staff screens behind the picture."""

from django.utils.translation import gettext_lazy as _

from access.administration import is_administrator
from portal.registry import register_account, register_nav
from ui import shell

shell.register_place("colleagues", "people:suggestions")
register_nav(70, "users-round", _("通讯录"), "people:directory", tab=True)
register_account(5, "id-card", _("个人资料"), "people:edit")
register_account(55, "users", _("人员管理"), "people:manage", show=is_administrator)

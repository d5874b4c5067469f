"""Where people stand in the frame: the directory in the rail, the own profile behind the picture."""

from django.utils.translation import gettext_lazy as _

from portal.registry import register_account, register_nav

register_nav(70, "users-round", _("通讯录"), "people:directory", tab=False)
register_account(10, "id-card", _("个人资料"), "people:edit")

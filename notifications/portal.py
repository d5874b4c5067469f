"""The bell in the frame."""

from django.utils.translation import gettext_lazy as _

from access.administration import is_administrator
from ui import shell

shell.register_place("inbox", "notifications:inbox")
shell.register_place("unread", "notifications:unread")
shell.register_place("urgent", "notifications:urgent")
shell.register_account(25, "bell", _("通知设置"), "notifications:settings")
shell.register_account(58, "send", _("发送记录"), "notifications:log", show=is_administrator)

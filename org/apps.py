"""Where org registers what it offers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ui.shell import register_account, register_place


class OrgConfig(AppConfig):
    name = "org"

    def ready(self):
        register_account(30, "monitor", _("登录的设备"), "org:sessions", prefixes=("/accounts/",))
        register_place("awake", "org:awake")
        register_place("preferences", "org:preferences")

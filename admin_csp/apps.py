"""Where Wagtail's admin is made to keep our content security policy."""

from django.apps import AppConfig


class AdminCspConfig(AppConfig):
    name = "admin_csp"

    def ready(self):
        from admin_csp import patches

        patches.apply()

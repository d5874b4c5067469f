"""Where portal registers what it offers, and finds what others do."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self):
        from portal import rules  # noqa: F401  registers itself

        autodiscover_modules("portal")

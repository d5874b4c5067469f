"""Where portal registers what it offers."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"

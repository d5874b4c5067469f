"""Where access registers what it offers."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "access"

    def ready(self):
        from access import administration, colleagues  # noqa: F401  register themselves

"""Where org registers what it offers."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "org"

    def ready(self):
        from org import receivers  # noqa: F401  the second step is remembered by allauth's signals

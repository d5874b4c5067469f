"""Where ui registers what it offers."""

from django.apps import AppConfig
from django.core.checks import register


class UiConfig(AppConfig):
    name = "ui"

    def ready(self):
        from ui.languages import remember_words
        from ui.shell import check_addresses

        register(check_addresses)
        remember_words()

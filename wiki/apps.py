"""Where wiki registers what it offers."""

from django.apps import AppConfig


class WikiConfig(AppConfig):
    name = "wiki"

    def ready(self):
        from wiki import recognising  # noqa: F401  registers itself

"""Where wiki registers what it offers."""

from django.apps import AppConfig


class WikiConfig(AppConfig):
    name = "wiki"

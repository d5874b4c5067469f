"""Where search registers what it offers."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

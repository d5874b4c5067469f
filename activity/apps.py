"""Where activity registers what it offers."""

from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "activity"

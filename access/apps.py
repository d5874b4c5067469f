"""Where access registers what it offers."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "access"

"""Where api registers what it offers."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

"""Where demo registers what it offers."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "demo"

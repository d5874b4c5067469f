"""Where workdays registers what it offers."""

from django.apps import AppConfig


class WorkdaysConfig(AppConfig):
    name = "workdays"

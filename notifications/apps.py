"""Where notifications registers what it offers."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "notifications"

"""Where notifications registers what it offers."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NotificationsConfig(AppConfig):
    name = "notifications"

    def ready(self):
        from activity.batches import after_visits
        from notifications import carrying  # noqa: F401  its work
        from notifications.actions import read_visited

        autodiscover_modules("notifications")
        after_visits(read_visited)

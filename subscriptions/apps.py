"""Where subscriptions registers what it offers."""

from django.apps import AppConfig


class SubscriptionsConfig(AppConfig):
    name = "subscriptions"

    def ready(self):
        from subscriptions import rules  # noqa: F401  registers itself

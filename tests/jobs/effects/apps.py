from datetime import timedelta

from django.apps import AppConfig


class EffectsConfig(AppConfig):
    name = "tests.jobs.effects"
    label = "effects"

    def ready(self):
        """Shorten what a test would otherwise wait for."""
        from jobs import running
        from jobs.models import Heartbeat

        running.LEASES["quick"] = timedelta(seconds=2)
        running.LEASES["slow"] = timedelta(seconds=3)
        Heartbeat.FRESH = timedelta(seconds=4)
        Heartbeat.EVERY = 1

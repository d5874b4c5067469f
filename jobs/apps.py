"""Where jobs registers what it offers."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "jobs"

    def ready(self):
        autodiscover_modules("tasks")
        from jobs import wagtail_tasks  # noqa: F401  registers how Wagtail's own tasks are run

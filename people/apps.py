"""Where people registers what it offers."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self):
        from access import colleagues  # noqa: F401  registers the rules of people, units and roles
        from people import rules  # noqa: F401  registers itself

        autodiscover_modules("personal_data")

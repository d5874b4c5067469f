"""Where search finds what other rooms offer."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    name = "search"

    def ready(self):
        autodiscover_modules("search")
        from search.backends import keeping  # noqa: F401  registers its work
        from search.wishes import rules as wishes  # noqa: F401  register themselves
        from search.words import rules as words  # noqa: F401

"""Where search finds what other rooms offer."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    name = "search"

    def ready(self):
        from search import attachments  # noqa: F401  registers itself

        autodiscover_modules("search")
        from search.backends import keeping  # noqa: F401  registers its work
        from search.wishes import rules as wishes  # noqa: F401  register themselves
        from search.words import rules as words  # noqa: F401

        post_migrate.connect(_ask_for_rebuild, sender=self)


def _ask_for_rebuild(plan=None, **signal):
    """What an older release wrote is indexed anew, what was never indexed for the first time; in the background."""
    import jobs
    from search import analysis
    from search.indexing.rebuilding import is_wanted
    from search.tasks import REBUILD

    if plan and not any(is_backwards for _step, is_backwards in plan) and is_wanted():
        jobs.due(REBUILD, key=f"analysis {analysis.VERSION}", again=True)

"""Where content registers what it offers."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ContentConfig(AppConfig):
    name = "content"

    def ready(self):
        from wagtail.permissions import policy_registry

        from content import rules  # noqa: F401  registers itself
        from content.models import ContentPage
        from content.permissions import ContentPagePermissionPolicy

        policy_registry.register(ContentPage, ContentPagePermissionPolicy())
        post_migrate.connect(_ensure_roots, sender=self)


def _ensure_roots(**signal):
    from content import roots

    roots.ensure(**signal)

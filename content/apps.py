"""Where content registers what it offers."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ContentConfig(AppConfig):
    name = "content"

    def ready(self):
        from wagtail.permissions import policy_registry
        from wagtail.signals import page_published

        from content import explaining, handover, holding, rules, unit_spaces  # noqa: F401  register themselves
        from content.comments import carrying  # noqa: F401  follows every text that is saved
        from content.comments import rules as comment_rules  # noqa: F401
        from content.models import ContentPage
        from content.permissions import ContentPagePermissionPolicy
        from content.wanted import desk  # noqa: F401  takes what people ask to be written

        policy_registry.register(ContentPage, ContentPagePermissionPolicy())
        page_published.connect(_went_live)
        post_migrate.connect(_ensure_roots, sender=self)


def _ensure_roots(**signal):
    from content import roots

    # Going back leaves a schema that fits no model, and with no step to take there is nothing to make.
    steps = signal.get("plan")
    if steps is None or (steps and not any(is_backwards for _migration, is_backwards in steps)):
        roots.ensure(**signal)


def _went_live(sender, instance, revision, **signal):
    """The one place every way to publish leads through: at once, on a day, after approvals, from the admin."""
    from content.actions.publishing import went_live
    from content.tasks import look_whether_wanted

    if instance.live:
        went_live(instance, revision)
        look_whether_wanted(instance)

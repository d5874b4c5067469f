"""Where files registers what it offers."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "files"

    def ready(self):
        from wagtail.permissions import policy_registry

        from access import colleagues  # noqa: F401  registers its rule
        from access.wagtail import RulePermissionPolicy
        from files import holders, rules  # noqa: F401  rules registers itself
        from files.models import HELD
        from org.models import User

        holders.register(User, draft="edit")
        for model in HELD:
            # "add" is nobody's: uploads come in by files.actions.receive, which looks at them.
            policy = RulePermissionPolicy(model, choose="view", change="edit", delete="remove")
            policy_registry.register(model, policy, exact_class=True)  # Wagtail registers its own later

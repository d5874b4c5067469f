"""Rights of Django's own kind, answered by roles: who enters the admin, and who keeps workflows there."""

from django.contrib.auth.backends import BaseBackend

from access.reach import reach_of
from org.choices import RoleKind
from org.models import Unit

ENTER = "wagtailadmin.access_admin"
WORKFLOWS = frozenset(
    f"wagtailcore.{verb}_{model}" for verb in ("add", "change", "delete", "view") for model in ("workflow", "task")
)


class RoleBackend(BaseBackend):
    """Signs nobody in. The admin is for administrators and librarians; workflows are the group administrators'."""

    def has_perm(self, user_obj, perm, obj=None):
        if not user_obj.is_active or obj is not None:
            return False
        reach = reach_of(user_obj)
        if perm == ENTER:
            return reach.has_role(RoleKind.ADMINISTRATOR) or reach.has_role(RoleKind.LIBRARIAN)
        if perm in WORKFLOWS:
            return any(len(path) == Unit.steplen for path in reach.role_paths(RoleKind.ADMINISTRATOR))
        return False

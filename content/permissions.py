"""Wagtail's permission classes, answered by our rules."""

from copy import copy

from wagtail.models import PagePermissionTester
from wagtail.permission_policies.base import BasePermissionPolicy

from access import rules
from content.models import ContentPage
from org.models import User

# Wagtail's word for an action → ours.
OURS = {
    "view": "view",
    "add": "create",
    "change": "edit",
    "delete": "remove",
    "bulk_delete": "remove",
    "publish": "publish",
    "lock": "keep",
    "unlock": "keep",
}


def as_colleague(user):
    """The person without the superuser's silent passes: the scope holds for everybody."""
    colleague = copy(user)
    colleague.is_superuser = False
    return colleague


class ContentPagePermissionTester(PagePermissionTester):
    """What one person may do with one page; one query, and the rest is Wagtail's own reasoning."""

    def __init__(self, user, page):
        self.user = as_colleague(user)
        self.page = page
        self.page_is_root = page.depth == 1
        verbs = rules.verbs(user, page) if page.pk else frozenset()
        self.permissions = {theirs for theirs, ours in OURS.items() if ours in verbs}

    def can_publish(self):
        """Where approvals are demanded nobody goes around them; our actions see to what is approved themselves."""
        return super().can_publish() and not self.page.has_workflow

    def can_unpublish(self):
        """Whoever may publish in a space may not take back the space."""
        return "change" in self.permissions and super().can_unpublish()


class ContentPagePermissionPolicy(BasePermissionPolicy):
    """Wagtail's four questions, all derived from the one rule."""

    def __init__(self):
        super().__init__(ContentPage)

    def _allowed(self, user, actions):
        pages = ContentPage.objects.none()
        for action in {OURS[action] for action in actions if action in OURS}:
            pages |= ContentPage.objects.may(user, action)
        return pages

    def user_has_permission(self, user, action):
        return self._allowed(user, {action}).exists()

    def user_has_any_permission(self, user, actions):
        return self._allowed(user, actions).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, {action}, instance)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return self._allowed(user, actions).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        return self._allowed(user, actions)

    def users_with_any_permission(self, actions):
        return self._people(lambda user: self.user_has_any_permission(user, actions))

    def users_with_any_permission_for_instance(self, actions, instance):
        return self._people(lambda user: self.user_has_any_permission_for_instance(user, actions, instance))

    def _people(self, question):
        """Asks the rule for each colleague with a role: Wagtail uses it only for mails that we do not send."""
        candidates = User.objects.active().exclude(roles=None).distinct()
        return User.objects.filter(pk__in=[user.pk for user in candidates if question(user)])

    def explorable_instances(self, user):
        """The pages one may change, and those above them, so that the explorer leads there."""
        mine = self._allowed(user, {"add", "change", "publish"})
        steps = range(ContentPage.steplen, 255, ContentPage.steplen)
        above = {path[:end] for path in mine.values_list("path", flat=True) for end in steps if end <= len(path)}
        return ContentPage.objects.filter(path__in=above) | mine

    def explorable_root_instance(self, user):
        mine = list(self._allowed(user, {"add", "change", "publish"}).only("path"))
        return ContentPage.objects.first_common_ancestor_of(mine, include_self=True) if mine else None

    def instances_with_direct_explore_permission(self, user):
        return list(self._allowed(user, {"add", "change", "publish"}).filter(depth=3))

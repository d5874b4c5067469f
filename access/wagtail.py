"""Wagtail's many permission questions about a model, all derived from its one rule."""

from wagtail.models import Collection
from wagtail.permission_policies.base import BasePermissionPolicy

from access import rules
from org.models import User


class RulePermissionPolicy(BasePermissionPolicy):
    """`RulePermissionPolicy(Picture, choose="view", change="edit")`: Wagtail's words and the rule's.

    A word that is not named is nobody's, a superuser's neither. Questions without an instance mean “any at all”.
    """

    def __init__(self, model, **ours):
        super().__init__(model)
        self.ours = ours

    def instances_user_has_any_permission_for(self, user, actions):
        things = self.model._default_manager.all()
        allowed = things.none()
        for action in sorted({self.ours[action] for action in actions if action in self.ours}):
            allowed = allowed | rules.allowed(user, action, things)
        return things.filter(pk__in=allowed.values("pk"))  # all that Wagtail's search understands of a rule

    def user_has_any_permission(self, user, actions):
        return self.instances_user_has_any_permission_for(user, actions).exists()

    def user_has_permission(self, user, action):
        return self.user_has_any_permission(user, {action})

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return self.instances_user_has_any_permission_for(user, actions).filter(pk=instance.pk).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, {action}, instance)

    def users_with_any_permission(self, actions):
        return self._people(lambda user: self.user_has_any_permission(user, actions))

    def users_with_any_permission_for_instance(self, actions, instance):
        return self._people(lambda user: self.user_has_any_permission_for_instance(user, actions, instance))

    def _people(self, question):
        """Costs queries for each colleague; Wagtail asks it only for mails that we do not send."""
        return User.objects.filter(pk__in=[user.pk for user in User.objects.active() if question(user)])

    def collections_user_has_permission_for(self, user, action):
        return self.collections_user_has_any_permission_for(user, {action})

    def collections_user_has_any_permission_for(self, user, actions):
        """Collections decide nothing here; Wagtail's forms want the one in which everything lies."""
        return Collection.objects.filter(depth=1)

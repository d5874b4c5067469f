from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from access.reach import reach_of
from org.choices import RoleKind
from org.models import Role, User


class RoleApprovalTask(Task):
    """A step that whoever bears a role over the page's unit approves, but never an author of the change."""

    role = models.CharField(_("角色"), max_length=20, choices=RoleKind, default=RoleKind.APPROVER)

    admin_form_fields = [*Task.admin_form_fields, "role"]

    class Meta:
        verbose_name = verbose_name_plural = _("按角色审批")

    def bears_role(self, page, user):
        return page.space_id is not None and reach_of(user).has_role(self.role, page.space.unit)

    def deciders(self, page):
        """Whoever bears the role over the page's unit today."""
        bearers = Role.objects.today().filter(kind=self.role).reaching(page.space.unit)
        return list(User.objects.active().filter(pk__in=bearers.values("person")))

    def may_decide(self, page, user):
        return self.bears_role(page, user) and not self.is_author(page, user)

    def is_author(self, page, user):
        """Whoever wrote any revision since the text went live, alone or with others, or asked for the approval."""
        state = page.current_workflow_state
        if state is not None and state.requested_by_id == user.pk:
            return True
        unpublished = page.revisions.filter(Q(user=user.pk) | Q(contributors__user=user.pk))
        if page.live_revision_id:
            unpublished = unpublished.filter(pk__gt=page.live_revision_id)
        return unpublished.exists()

    def user_can_access_editor(self, obj, user):
        return self.bears_role(obj, user)

    def locked_for_user(self, obj, user):
        return not self.bears_role(obj, user)

    def get_actions(self, obj, user):
        if not self.may_decide(obj, user):
            return []
        return [("reject", _("退回修改"), True), ("approve", _("同意"), False), ("approve", _("同意并留言"), True)]

    def on_action(self, task_state, user, action_name, **kwargs):
        from content.errors import OwnChange

        if not self.may_decide(task_state.revision.content_object, user):
            raise OwnChange
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """The waiting steps of pages under units where the user bears the role, those of others only."""
        from content.models import ContentPage

        paths = reach_of(user).role_paths(self.role)
        pages = ContentPage.objects.none()
        for path in paths:
            pages |= ContentPage.objects.filter(space__unit__path__startswith=path)
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS).exclude(
            workflow_state__requested_by=user.pk
        )
        return waiting.filter(workflow_state__object_id__in=[str(pk) for pk in pages.values_list("pk", flat=True)])

    @classmethod
    def get_description(cls):
        return _("由担任该角色的人审批，不能审批自己的修改。")

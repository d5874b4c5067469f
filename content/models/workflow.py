from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task

from org.choices import RoleKind


class RoleApprovalTask(Task):
    """A step that whoever bears a role over the page's unit approves, but never the author of the change."""

    role = models.CharField(_("角色"), max_length=20, choices=RoleKind, default=RoleKind.APPROVER)

    class Meta:
        verbose_name = verbose_name_plural = _("按角色审批")

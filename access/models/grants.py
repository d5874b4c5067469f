from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.models.memberships import Dated


class GrantVerb(models.TextChoices):
    VIEW = "view", _("查看")
    DRAFT = "draft", _("查看草稿")
    EDIT = "edit", _("编辑")


class Grant(Dated):
    """That one person, by name, may do something with one thing, until a day. Given, never inherited."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants")
    verb = models.CharField(max_length=8, choices=GrantVerb, default=GrantVerb.VIEW)
    about_type = models.ForeignKey(ContentType, models.CASCADE)
    about_id = models.PositiveBigIntegerField()
    about = GenericForeignKey("about_type", "about_id")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    is_break_glass = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["about_type", "about_id"])]


class AccessRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(decided_at=None)


class AccessRequest(models.Model):
    """“请求查看”: somebody asks the maintainer for a page they may not see. Decided once."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="access_requests")
    about_type = models.ForeignKey(ContentType, models.CASCADE)
    about_id = models.PositiveBigIntegerField()
    about = GenericForeignKey("about_type", "about_id")
    reason = models.CharField(_("原因"), max_length=500)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    grant = models.OneToOneField(Grant, models.SET_NULL, null=True, related_name="request")
    answer = models.CharField(max_length=500, blank=True)

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["about_type", "about_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "about_type", "about_id"],
                condition=models.Q(decided_at=None),
                name="one_open_access_request",
            )
        ]

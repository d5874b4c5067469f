from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.models import Unit


class SpaceRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(decided_at=None)


class SpaceRequest(models.Model):
    """申请新空间: that somebody wants a shelf for a unit, and what the knowledge office answered."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="space_requests")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("所属单位"))
    title = models.CharField(_("名称"), max_length=60)
    reason = models.CharField(_("用来做什么"), max_length=300)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answer = models.CharField(max_length=300, blank=True)
    space = models.ForeignKey("content.Space", models.SET_NULL, null=True, related_name="+")  # made for it; None: no

    objects = SpaceRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["asked_at"], condition=models.Q(decided_at=None), name="space_request_waits")]

    def __str__(self):
        return self.title

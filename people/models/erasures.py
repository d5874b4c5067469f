from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """Says that what we held about somebody who left was erased: by whom, when, why, and what had to stay."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="erasure")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=200)
    kept = models.JSONField(default=list)  # [{"what": …, "why": …, "count": …}]

    class Meta:
        verbose_name = verbose_name_plural = _("个人信息删除")
        ordering = ["-at"]

    def __str__(self):
        return f"{self.person} {self.at:%Y-%m-%d}"

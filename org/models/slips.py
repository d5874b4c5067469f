from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

VALID_FOR = timedelta(days=7)


class Slip(models.Model):
    """A one-time code on paper that lets a colleague in without mail, for seven days.

    Only its hash is kept; a newer slip for the same person ends the older one.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="slips")
    code_hash = models.CharField(max_length=128)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.person} {self.made_at:%Y-%m-%d}"

    @property
    def ends_at(self):
        return self.made_at + VALID_FOR

    @property
    def is_open(self):
        return self.used_at is None and timezone.now() < self.ends_at

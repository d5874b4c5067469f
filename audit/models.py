from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class DecisionError(Exception):
    """Somebody tried to change or delete what was decided."""


class DecisionQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise DecisionError("Decisions are never changed.")

    def delete(self):
        raise DecisionError("Decisions are never deleted.")


class Decision(models.Model):
    """Who decided what about which thing, when, and how it was before and after. Append-only."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=60, db_index=True)  # "page.published", "role.given"
    about_type = models.CharField(max_length=60)  # "content.contentpage"
    about_key = models.CharField(max_length=40)  # uid where there is one
    about_name = models.CharField(max_length=255)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    reason = models.CharField(max_length=500, blank=True)
    address = models.GenericIPAddressField(null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["about_type", "about_key"])]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.about_name}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise DecisionError("Decisions are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise DecisionError("Decisions are never deleted.")

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from content.choices import Change
from content.models.pages import ContentPage


class PublicationQuerySet(models.QuerySet):
    def live(self):
        return self.exclude(at=None)


class Publication(models.Model):
    """That a text went live: which revision, by whom, why, and how much it changed for readers.

    Written when somebody asks for it; `at` follows when the approvals or the day have come.
    """

    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="publications")
    revision = models.OneToOneField(Revision, models.SET_NULL, null=True, related_name="publication")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    at = models.DateTimeField(null=True)
    change = models.CharField(max_length=10, choices=Change, default=Change.EDITORIAL)
    reason = models.CharField(_("修改说明"), max_length=300, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)  # what the kind's own form asked

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["page", "-at"])]


class Override(models.Model):
    """That an administrator let a text go live past its approval, and why. Evidence: only added to."""

    publication = models.OneToOneField(Publication, models.CASCADE, related_name="override")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=500)


class Verification(models.Model):
    """That somebody read the page and says it is still correct, until a day. The newest counts."""

    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="verifications")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateField()
    content_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-at", "-pk"]
        get_latest_by = "at"


class Reminder(models.Model):
    """That somebody was told of a review date: once a stage, and anew when the date moves.

    `stage` counts days: 30, 7 and 0 before the date, then -1, -31, -61 … after it.
    """

    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="reminders")
    valid_until = models.DateField()
    stage = models.SmallIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "valid_until", "stage"], name="one_reminder_a_stage")]


class Removal(models.Model):
    """That a page and its subtree wait in the bin; delete the row by restoring, not by hand."""

    page = models.OneToOneField(ContentPage, models.CASCADE, related_name="removal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    from_parent = models.ForeignKey(ContentPage, models.SET_NULL, null=True, related_name="+")
    from_space = models.ForeignKey("content.Space", models.SET_NULL, null=True, related_name="removals")
    live_pages = models.JSONField(default=list)  # ids that were live, to be live again when restored

    class Meta:
        ordering = ["-at"]

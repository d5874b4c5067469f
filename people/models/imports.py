from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.models import Unit
from people.choices import Change
from ui.uid import new_uid

MANY_LEAVERS, MANY_LEAVERS_SHARE = 10, 0.1  # more than both, and the number has to be typed
FRESH_FOR = timedelta(hours=24)


class StaffImportQuerySet(models.QuerySet):
    def applied(self):
        return self.exclude(applied_at=None)

    def touching(self, unit):
        """Imports for this unit, for one above it or for one below it."""
        above = [unit.path[:end] for end in range(Unit.steplen, len(unit.path), Unit.steplen)]
        return self.filter(Q(unit__path__startswith=unit.path) | Q(unit__path__in=above))


class StaffImport(models.Model):
    """A staff list that somebody brought: read, looked over, and applied only after they said yes."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("单位"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="staff-imports/%Y/%m")
    digest = models.CharField(max_length=64, db_index=True)
    is_complete = models.BooleanField(default=True)  # whoever is not on the list has left
    columns = models.JSONField(default=dict)  # {field: place}, where somebody pointed them out
    replacements = models.JSONField(default=dict)  # {"unit:心内一区": "QY-XN1"}: guesses that were accepted

    round = models.PositiveSmallIntegerField(default=1)  # how often it was read
    read_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=500, blank=True)
    header = models.JSONField(default=list)
    sheet = models.CharField(max_length=200, blank=True)
    lines = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)  # {Change: people}, and "same"
    people_before = models.PositiveIntegerField(default=0)
    people_after = models.PositiveIntegerField(default=0)

    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    objects = StaffImportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("人员导入")
        ordering = ["-at"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("people:import", args=[self.uid])

    @property
    def is_open(self):
        """Whether it still waits for a yes or a no."""
        return self.confirmed_at is None and self.cancelled_at is None

    @property
    def is_ready(self):
        """Whether it was read, and reading it made sense."""
        return self.read_at is not None and not self.refusal

    @property
    def changes(self):
        return sum(self.counts.get(kind, 0) for kind in Change.values if kind != Change.FAULTY)

    @property
    def leavers(self):
        return self.counts.get(Change.LEAVER, 0)

    @property
    def asks_for_leavers(self):
        """So many would leave that the list may be a part only: the number must be typed."""
        return self.leavers > max(MANY_LEAVERS, self.people_before * MANY_LEAVERS_SHARE)

    @property
    def leavers_percent(self):
        return round(self.leavers * 100 / self.people_before) if self.people_before else 0

    def is_stale(self):
        """People changed by another list since, or a day went by: what was shown may no longer be so."""
        others = StaffImport.objects.touching(self.unit).filter(applied_at__gt=self.read_at).exclude(pk=self.pk)
        return timezone.now() - self.read_at > FRESH_FOR or others.exists()

    def twin(self):
        """The same file for the same unit, applied before; None if there is none."""
        same = StaffImport.objects.applied().filter(digest=self.digest, unit=self.unit, is_complete=self.is_complete)
        return same.exclude(pk=self.pk).select_related("by").first()


class StaffImportRow(models.Model):
    """What the list means for one person: as it was, as it shall be, or why it cannot be read."""

    staff_import = models.ForeignKey(StaffImport, models.CASCADE, related_name="rows")
    kind = models.CharField(max_length=8, choices=Change)
    line = models.PositiveIntegerField(default=0)  # of the sheet; 0 for somebody who is not on it
    number = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=80, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    shown = models.JSONField(default=dict)  # words for the preview: was, now, since, fields, faults
    wanted = models.JSONField(default=dict)  # what is written: fields, posts, last day
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["line", "number"]
        indexes = [models.Index(fields=["staff_import", "kind", "line"], name="staff_row_preview")]

    def __str__(self):
        return f"{self.number} {self.name}"

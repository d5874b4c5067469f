"""What is due, how far it got, and who was alive to do it."""

import time
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from jobs.outcomes import Lost, Paused, Stopped, stopping

LEASES = {"quick": timedelta(seconds=15), "slow": timedelta(seconds=60)}  # quick work takes under a second


class Lane(models.TextChoices):
    QUICK = "quick", _("快速")
    SLOW = "slow", _("耗时")


class DueQuerySet(models.QuerySet):
    def open(self):
        return self.filter(done_at=None, failed_at=None)

    def ready(self, lane, *, now=None):
        """Open, due, and in nobody's hands; a lease that ran out is nobody's."""
        now = now or timezone.now()
        free = Q(leased_until=None) | Q(leased_until__lt=now)
        return self.open().filter(free, lane=lane, due_at__lte=now, paused_at=None).order_by("patient", "due_at", "pk")

    def running(self):
        return self.open().filter(leased_until__gte=timezone.now())

    def stumbling(self):
        """Open, but the last try went wrong."""
        return self.open().exclude(last_error="")

    def failed(self):
        return self.exclude(failed_at=None)

    def done_before(self, moment):
        return self.filter(done_at__lt=moment)


def new_mark():
    return get_random_string(12)


class Due(models.Model):
    """Work that must happen, written in the transaction of the change that asks for it."""

    name = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    payload = models.JSONField(default=dict, blank=True)
    lane = models.CharField(max_length=5, choices=Lane.choices, default=Lane.QUICK)
    patient = models.BooleanField(default=False)  # stands behind everything else that is due
    asked_at = models.DateTimeField(default=timezone.now)
    asked = models.CharField(max_length=12, default=new_mark)  # changes when asked again while somebody works on it
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)  # only grows: the fence against a worker past its lease
    failures = models.PositiveIntegerField(default=0)  # in a row; back to nought when asked again
    leased_until = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)  # given up: somebody must look
    last_error = models.TextField(blank=True)

    objects = DueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("后台任务")
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="due_once")]
        indexes = [
            models.Index(
                fields=["lane", "patient", "due_at"], name="due_open", condition=Q(done_at=None, failed_at=None)
            ),
            models.Index(fields=["done_at"], name="due_done"),
        ]

    def __str__(self):
        return f"{self.name} {self.key}"

    def lease(self, duration):
        """Take the row; false when another worker was quicker. A lease that ran out counts as a failure."""
        now = timezone.now()
        taken = {
            "attempts": self.attempts + 1,
            "failures": self.failures + (1 if self.leased_until else 0),
            "leased_until": now + duration,
        }
        as_seen = Due.objects.ready(self.lane, now=now).filter(pk=self.pk, attempts=self.attempts, asked=self.asked)
        if not as_seen.update(**taken):
            return False
        vars(self).update(taken)
        return True

    def held(self):
        """The row as long as it is ours; whoever updates it learns by the count whether it still was."""
        return Due.objects.open().filter(pk=self.pk, attempts=self.attempts)


class Progress(models.Model):
    """How far slow work got, for people to read and for the next try to go on from."""

    due = models.OneToOneField(Due, models.CASCADE, related_name="progress")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=200, blank=True)
    state = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    PAUSE_BETWEEN_WRITES = 0.5  # seconds; a reader sees no difference, the disk does
    _written = 0.0

    def __str__(self):
        return f"{self.due}: {self.done}/{self.total}"

    @property
    def percent(self):
        return min(100, self.done * 100 // self.total) if self.total else 0

    def begin(self, total, note=""):
        """Say how much there is; `done` stays where the last try left it."""
        self.total, self.note = total, note or self.note
        self._write()

    def step(self, note="", by=1):
        """One more is done. Ends the work here when somebody paused it, or when it is no longer ours."""
        self.done += by
        self.note = note[:200] or self.note
        if time.monotonic() - self._written > self.PAUSE_BETWEEN_WRITES:
            self._write()

    def keep(self, **state):
        """Remember where to go on, in the same transaction as what was achieved: then nothing is done twice."""
        self.state.update(state)
        self._write()

    def _write(self):
        now = timezone.now()
        if not self.due.held().filter(paused_at=None).update(leased_until=now + LEASES["slow"]):
            raise Paused if self.due.held().exists() else Lost
        self.at, self._written = now, time.monotonic()
        self.save(update_fields=["done", "total", "note", "state", "at"])
        if stopping():
            raise Stopped


class Heartbeat(models.Model):
    """Says that a lane of this boot was alive a moment ago."""

    EVERY = 5  # seconds
    FRESH = timedelta(seconds=20)  # /readyz must be right within 30

    lane = models.CharField(max_length=5, choices=Lane.choices, primary_key=True)
    boot = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self):
        return f"{self.lane} {self.at:%H:%M:%S}"

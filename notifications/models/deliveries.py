"""What left the house, or is to: the log of deliveries and the addresses they go to."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from notifications.choices import State
from notifications.models.notices import Notice


class DeliveryQuerySet(models.QuerySet):
    def by(self, way):
        return self.filter(way=way)

    def waiting(self):
        return self.filter(state=State.WAITING)

    def failed(self):
        return self.filter(state=State.FAILED)

    def stuck(self):
        """Not arrived: failed for good, or stumbled and waiting for the next try."""
        return self.filter(Delivery.STUCK)

    def due(self, now=None):
        """Waiting, their hour come, and in nobody's hands."""
        return self.waiting().filter(due_at__lte=now or timezone.now(), begun_at=None)

    def interrupted(self):
        """Begun so long ago that whoever began must be gone; a clock put back does not keep them for ever."""
        now = timezone.now()
        gone = Q(begun_at__lt=now - Delivery.LEASE) | Q(begun_at__gt=now + Delivery.LEASE)
        return self.waiting().filter(gone)


class Delivery(models.Model):
    """That a notice goes to its person by one way: when, how far it got, and why not."""

    LEASE = timedelta(minutes=3)  # far above the 20 seconds the slowest way waits for an answer

    STUCK = Q(state=State.FAILED) | Q(state=State.WAITING) & ~Q(reason="")

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")  # that of the notice
    way = models.CharField(max_length=10)
    due_at = models.DateTimeField()
    state = models.CharField(_("状态"), max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(null=True)  # somebody is at it
    holder = models.CharField(max_length=12, default="")  # who
    reason = models.CharField(_("原因"), max_length=200, default="")
    done_at = models.DateTimeField(null=True)  # the same for all notices of one message

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notice", "way"], name="one_delivery_a_notice_and_way")]
        indexes = [
            models.Index(fields=["way", "due_at"], name="delivery_waiting", condition=Q(state=State.WAITING)),
            models.Index(fields=["way", "reason"], name="delivery_failed", condition=Q(state=State.FAILED)),
            models.Index(fields=["person", "way", "-done_at"], name="delivery_person"),
        ]

    def __str__(self):
        return f"{self.way} {self.notice_id}"


class PushDevice(models.Model):
    """A browser in which a person has asked for push messages."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="push_devices")
    endpoint = models.URLField(max_length=600, unique=True)
    key = models.CharField(max_length=100)  # p256dh: its public key
    secret = models.CharField(max_length=40)  # auth
    name = models.CharField(max_length=60)  # “Chrome · Windows”
    at = models.DateTimeField(default=timezone.now)
    reached_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]

    def __str__(self):
        return self.name


class Robot(models.Model):
    """The webhook of a robot in a person's own group of Feishu or 企业微信. The address is a secret."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="robots")
    way = models.CharField(max_length=10)
    url = models.URLField(max_length=400)
    secret = models.CharField(max_length=100, default="", blank=True)  # Feishu's signature, if it asks for one
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "way"], name="one_robot_a_person_and_way")]

    def __str__(self):
        return f"{self.way} …{self.end}"

    @property
    def end(self):
        """What may be shown of it."""
        return self.url[-4:]

"""What people searched in vain and asked for."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.models import Unit
from search.models.history import LONGEST_PHRASE, InHospitals

LONGEST_QUESTION = 500


class WishQuerySet(InHospitals):
    def waiting(self):
        return self.filter(settled_at=None)


class Wish(models.Model):
    """请维护人来写: a page that is missing, whom it was taken to, and what came of it. Near-equal ones are one."""

    phrase = models.CharField(max_length=LONGEST_PHRASE)
    folded = models.CharField(max_length=LONGEST_PHRASE * 2)
    space_id = models.PositiveBigIntegerField(null=True)  # spaces stand a floor above; its stewards answer too
    maintainer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    hospital = models.ForeignKey(Unit, models.SET_NULL, null=True, related_name="+")  # of who asked first
    asked_at = models.DateTimeField(default=timezone.now)
    # A page that may be the answer: one whose title holds the phrase, or in the end the one that was named.
    answer_type = models.ForeignKey(ContentType, models.SET_NULL, null=True, related_name="+")
    answer_id = models.PositiveBigIntegerField(null=True)
    answer = GenericForeignKey("answer_type", "answer_id")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("理由"), max_length=300, blank=True)  # why nobody will write it

    objects = WishQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        indexes = [
            models.Index(fields=["space_id"], condition=Q(settled_at=None), name="wish_waits_in"),
            models.Index(fields=["maintainer"], condition=Q(settled_at=None), name="wish_waits_for"),
        ]

    def __str__(self):
        return self.phrase

    def get_absolute_url(self):
        return reverse("search:wish_one", args=[self.pk])

    @property
    def is_waiting(self):
        return self.settled_at is None

    @property
    def is_declined(self):
        return bool(self.reason)


class Wisher(models.Model):
    """Somebody who asks for it, in their own words; shown only to those who answer."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="wishers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    question = models.CharField(_("您想知道什么"), max_length=LONGEST_QUESTION, blank=True)
    wants_notice = models.BooleanField(_("写好后通知我"), default=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["wish", "person"], name="one_wish_a_person")]
        indexes = [models.Index(fields=["person", "-at"], name="wisher_lately")]

    def __str__(self):
        return f"{self.person}: {self.wish}"


class Missing(models.Model):
    """That several people searched something in vain in a week, near to what a space holds: its stewards' list."""

    space_id = models.PositiveBigIntegerField()
    monday = models.DateField()  # the week's
    phrase = models.CharField(max_length=LONGEST_PHRASE)
    times = models.PositiveIntegerField()
    people = models.PositiveIntegerField()

    class Meta:
        ordering = ["-monday", "-people", "pk"]
        constraints = [models.UniqueConstraint(fields=["space_id", "monday", "phrase"], name="missing_once_a_week")]

    def __str__(self):
        return self.phrase

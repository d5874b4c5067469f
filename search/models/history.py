"""What people searched: everybody's own for ninety days, and of all together only what many asked."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from org.models import Unit

LONGEST_PHRASE = 100


class InHospitals(models.QuerySet):
    def within(self, paths):
        """Asked in these units; the path of the whole group takes in what was asked in no hospital."""
        within = models.Q(pk__in=[])
        for path in paths:
            everywhere = len(path) == Unit.steplen
            within |= models.Q(pk__isnull=False) if everywhere else models.Q(hospital__path__startswith=path)
        return self.filter(within)


class PastSearchQuerySet(InHospitals):
    def of(self, person):
        return self.filter(person=person)

    def since(self, moment):
        return self.filter(at__gte=moment)


class PastSearch(models.Model):
    """That somebody searched, how much there was, what they opened. Only the person ever reads it as theirs."""

    KEPT_FOR = timedelta(days=90)

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    hospital = models.ForeignKey(Unit, models.SET_NULL, null=True, related_name="+")
    phrase = models.CharField(max_length=LONGEST_PHRASE)
    folded = models.CharField(max_length=LONGEST_PHRASE * 2)
    at = models.DateTimeField(default=timezone.now)
    found = models.PositiveIntegerField(default=0)
    opened = models.CharField(max_length=40, blank=True)  # “page:3k5m…”, the first thing opened
    rank = models.PositiveSmallIntegerField(null=True)  # its place in the list; the first is 1
    way = models.CharField(max_length=12, blank=True)  # what was pressed: hit, passage, pin, person, suggestion

    objects = PastSearchQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-at"], name="past_search_own"),
            models.Index(fields=["at", "folded"], name="past_search_lately"),
        ]

    def __str__(self):
        return self.phrase


class HistoryOff(models.Model):
    """Says that somebody wants no history kept. Delete it to keep one again."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

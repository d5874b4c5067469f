from django.db import models

from access.models.audiences import Audience


class ScopeQuerySet(models.QuerySet):
    def open_to(self, audiences):
        """Scopes every level of which lets in somebody who belongs to these audiences."""
        shut = ScopeLevel.objects.exclude(audience__in=audiences).exclude(stewards__in=audiences)
        return self.exclude(pk__in=shut.values("scope"))


class Scope(models.Model):
    """Who may read: the intersection of its levels. Interned: equal ways from the root are one row."""

    digest = models.CharField(max_length=64, unique=True)

    objects = ScopeQuerySet.as_manager()


class ScopeLevel(models.Model):
    """One level on the way from the root: its audience, or the stewards of that level."""

    scope = models.ForeignKey(Scope, models.CASCADE, related_name="levels")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    stewards = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")

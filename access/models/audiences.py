from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from org.choices import PositionKind, RoleKind
from org.models import Position, Unit


class Audience(models.Model):
    """A set of people by unit, position, role or name, minus exclusions. Interned: equal sets are one row.

    Never changed once made; make another one with `access.audiences.intern`.
    """

    digest = models.CharField(max_length=64, unique=True)

    def __str__(self):
        return str(_("范围")) + f" {self.pk}"


class AudienceRow(models.Model):
    """One line of an audience. Exactly one of person, role, heads or unit leads:

    person: that colleague · role: who bears the role over the unit · heads: who heads the unit or a unit above it ·
    otherwise everybody in the unit and below, narrowed to a position or a kind of position.
    """

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="rows")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    position = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    position_kind = models.CharField(max_length=16, choices=PositionKind, blank=True)
    role = models.CharField(max_length=20, choices=RoleKind, blank=True)
    heads = models.BooleanField(default=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    is_exclusion = models.BooleanField(default=False)

    class Meta:
        ordering = ["is_exclusion", "unit__path", "pk"]

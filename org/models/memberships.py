from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from org.choices import PositionKind, RoleKind
from org.models.units import Unit
from org.models.versions import Version
from ui.days import today


class Position(models.Model):
    """岗位: what somebody is in a unit, such as 主治医师 or 护士长."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=40, unique=True)
    kind = models.CharField(_("类别"), max_length=16, choices=PositionKind)
    is_head = models.BooleanField(_("负责人岗位"), default=False, help_text=_("任此岗位者自动成为所在单位的负责人。"))
    order = models.PositiveSmallIntegerField(default=100)

    class Meta:
        verbose_name = verbose_name_plural = _("岗位")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class DatedQuerySet(models.QuerySet):
    def on(self, day):
        """Rows that hold on that day; the last day is still included."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def today(self):
        return self.on(today())

    def within(self, unit):
        return self.filter(unit__path__startswith=unit.path)

    # Rights follow from these rows, so whatever writes many at once tells everybody.
    def bulk_create(self, *args, **kwargs):
        Version.bump(Version.ACCESS)
        return super().bulk_create(*args, **kwargs)

    def update(self, **kwargs):
        Version.bump(Version.ACCESS)
        return super().update(**kwargs)

    def delete(self):
        Version.bump(Version.ACCESS)
        return super().delete()

    def reaching(self, unit):
        """Rows whose unit is this one or lies above it."""
        steps = range(Unit.steplen, len(unit.path) + 1, Unit.steplen)
        return self.filter(unit__path__in=[unit.path[:end] for end in steps])


class Dated(models.Model):
    """Something that holds from a day to a day, both included; without an end it goes on."""

    starts_on = models.DateField(_("开始日期"), default=today)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.person.forget_access()

    def delete(self, *args, **kwargs):
        self.person.forget_access()
        return super().delete(*args, **kwargs)

    @property
    def holds_today(self):
        return self.starts_on <= today() and (self.ends_on is None or self.ends_on >= today())


class Membership(Dated):
    """That a person works in a unit in a position, from a day to a day."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name=_("单位"))
    position = models.ForeignKey(Position, models.PROTECT, related_name="memberships", verbose_name=_("岗位"))
    is_main = models.BooleanField(_("主岗"), default=True)

    class Meta:
        verbose_name = verbose_name_plural = _("任职")
        ordering = ["-is_main", "starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="membership_ends_after_start"
            ),
            models.UniqueConstraint(fields=["person", "unit", "position", "starts_on"], name="membership_once"),
        ]

    def __str__(self):
        return f"{self.person} · {self.unit} · {self.position}"


class Role(Dated):
    """That a person is trusted with something within a unit and below, and who said so."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="roles")
    kind = models.CharField(_("角色"), max_length=20, choices=RoleKind)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="roles", verbose_name=_("范围"))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(_("原因"), max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("角色")
        ordering = ["kind", "unit__path", "starts_on"]

    def __str__(self):
        return f"{self.person} · {self.get_kind_display()} · {self.unit}"

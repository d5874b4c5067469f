from django.db import models
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from org.choices import UnitKind
from ui.uid import new_uid


class UnitQuerySet(MP_NodeQuerySet):
    def open(self):
        return self.filter(closed_on=None)

    def within(self, unit):
        """The unit itself and everything below it."""
        return self.filter(path__startswith=unit.path)

    def above(self, paths):
        """The units with these paths and all their ancestors."""
        step = Unit.steplen
        return self.filter(path__in={path[:end] for path in paths for end in range(step, len(path) + 1, step)})

    def hospitals(self):
        return self.filter(kind=UnitKind.HOSPITAL)


class UnitManager(MP_NodeManager.from_queryset(UnitQuerySet)):
    def get_queryset(self):
        return self._queryset_class(self.model, using=self._db).order_by("path")


class Unit(MP_Node):
    """A node of the hospital group: the group itself, a hospital, campus, department or ward."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    kind = models.CharField(_("类型"), max_length=12, choices=UnitKind)
    name = models.CharField(_("名称"), max_length=80)
    short_name = models.CharField(_("简称"), max_length=20, blank=True)
    code = models.CharField(_("代码"), max_length=20, unique=True)
    province = models.CharField(_("省份"), max_length=20, blank=True)
    phone = models.CharField(_("电话"), max_length=40, blank=True)
    closed_on = models.DateField(_("停用日期"), null=True, blank=True)

    objects = UnitManager()

    class Meta:
        verbose_name = verbose_name_plural = _("单位")

    def __str__(self):
        return self.short_name or self.name

    @property
    def is_open(self):
        return self.closed_on is None

    def contains(self, other):
        """Whether the other unit is this one or lies below it."""
        return other.path.startswith(self.path)

    def hospital(self):
        """The hospital this unit belongs to, or None for the group itself. Costs a query."""
        return Unit.objects.above([self.path]).filter(kind=UnitKind.HOSPITAL).first()

    def names_from_hospital(self):
        """“青屿医院 · 心血管内科 · 一病区”. Costs a query."""
        line = Unit.objects.above([self.path]).exclude(kind=UnitKind.GROUP).order_by("path")
        return " · ".join(str(unit) for unit in line) or str(self)

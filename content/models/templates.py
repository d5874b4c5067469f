from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from content.choices import SpaceKind
from content.models.pages import MAX_BODY
from org.models import Unit
from ui.uid import new_uid


class PageTemplateQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(retired_at=None)

    def reaching(self, space):
        """The templates a new page of this space may start from: its own, and those of its unit and above."""
        return self.in_use().filter(Q(space=space) | Q(space=None, unit__path__in=_steps(space.unit.path)))

    def kept_by(self, space):
        """Those its stewards write: its own, and in the space of a unit also the unit's, which reach all below."""
        own = Q(space=space)
        return self.filter(own | Q(space=None, unit=space.unit) if space.kind == SpaceKind.UNIT else own)

    def from_above(self, space):
        """Those that reach the space and are written elsewhere."""
        return self.reaching(space).exclude(pk__in=self.model.objects.kept_by(space).values("pk"))


class PageTemplate(models.Model):
    """What a new page may start from. A template without a space reaches every space of its unit and below.

    A page takes over the words once; whatever happens to the template later changes no page.
    """

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="page_templates")
    space = models.ForeignKey("content.Space", models.CASCADE, null=True, blank=True, related_name="templates")
    kind = models.CharField(max_length=20, default="article")  # the kind_name of the pages
    name = models.CharField(_("名称"), max_length=60)
    hint = models.CharField(_("说明"), max_length=120, blank=True)
    title = models.CharField(_("标题"), max_length=255, blank=True)
    body = models.TextField(_("正文"), blank=True, max_length=MAX_BODY)
    values = models.JSONField(default=dict)  # summary, tags and the fields of the kind, as in Draft
    order = models.PositiveSmallIntegerField(default=100)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PageTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["order", "name", "pk"]

    def __str__(self):
        return self.name


def _steps(path):
    """The paths from the root down to this one."""
    return [path[:end] for end in range(Unit.steplen, len(path) + 1, Unit.steplen)]

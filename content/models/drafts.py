from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from content.models.pages import MAX_BODY, ContentPage
from org.models import Unit
from ui.uid import new_uid


class Draft(models.Model):
    """What one person is writing and has not saved: one row a page and person, replaced in place."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    page = models.ForeignKey(ContentPage, models.CASCADE, null=True, related_name="drafts")
    parent = models.ForeignKey(ContentPage, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)  # the kind_name of the page
    base = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")  # the text it started from
    title = models.CharField(max_length=255, blank=True)
    body = models.TextField(blank=True, max_length=MAX_BODY)
    values = models.JSONField(default=dict)  # the other fields of the form
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "person"], condition=~Q(page=None), name="one_draft_a_page_and_person"
            )
        ]

    @property
    def is_overtaken(self):
        """Whether somebody saved a newer text since this one was begun."""
        return self.page is not None and self.base_id is not None and self.page.latest_revision_id != self.base_id

    def get_absolute_url(self):
        if self.page is not None:
            return reverse("content:edit", args=[self.page.uid])
        return reverse("content:new_from_draft", args=[self.uid])


class PageTemplateQuerySet(models.QuerySet):
    def reaching(self, space):
        """The templates a new page of this space may start from: its own, and those of its unit and above."""
        steps = range(Unit.steplen, len(space.unit.path) + 1, Unit.steplen)
        above = Q(space=None, unit__path__in=[space.unit.path[:end] for end in steps])
        return self.filter(above | Q(space=space))


class PageTemplate(models.Model):
    """What a new page may start from. A template without a space reaches every space of its unit and below."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="page_templates")
    space = models.ForeignKey("content.Space", models.CASCADE, null=True, blank=True, related_name="templates")
    kind = models.CharField(max_length=20, default="article")
    name = models.CharField(_("名称"), max_length=60)
    hint = models.CharField(_("说明"), max_length=120, blank=True)
    title = models.CharField(_("标题"), max_length=255, blank=True)
    body = models.TextField(_("正文"), blank=True, max_length=MAX_BODY)
    values = models.JSONField(default=dict)
    order = models.PositiveSmallIntegerField(default=100)

    objects = PageTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

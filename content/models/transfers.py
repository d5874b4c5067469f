from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from content.models.pages import ContentPage
from content.models.spaces import Space
from ui.uid import new_uid


class ImportRun(models.Model):
    """One bringing in of a folder or archive. A killed run goes on where it stopped; a paused one waits."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    space = models.ForeignKey(Space, models.CASCADE, related_name="imports")
    parent = models.ForeignKey(ContentPage, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    maintainer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    source = models.CharField(max_length=500)  # a path below VAR for what was uploaded, or where the command found it
    made_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    refused = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return self.name


class ImportItem(models.Model):
    """One page of a run: from which file, what became of it, what was lost."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("等待")
        NEW = "new", _("新建")
        CHANGED = "changed", _("更新")
        SAME = "same", _("没有变化")
        KEPT = "kept", _("保留了这里的修改")
        FAILED = "failed", _("没有导入")

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="items")
    path = models.CharField(max_length=1000)
    parent_path = models.CharField(max_length=1000, blank=True)
    page_uid = models.CharField(max_length=12)
    title = models.CharField(max_length=255, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.WAITING)
    notes = models.JSONField(default=list)
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["run", "path"], name="one_item_a_path")]


class Origin(models.Model):
    """Where a page came from: the same file again updates the page instead of doubling it."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    path = models.CharField(max_length=1000)
    page = models.OneToOneField(ContentPage, models.CASCADE, related_name="origin")
    digest = models.CharField(max_length=64)
    revision = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")  # as it was brought in

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "path"], name="one_origin_a_path")]


class BroughtFile(models.Model):
    """A picture or attachment that came with an import: once, however often it is brought."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    path = models.CharField(max_length=1000)
    digest = models.CharField(max_length=64)
    file_uid = models.CharField(max_length=12)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "path", "digest"], name="one_brought_file")]


class Export(models.Model):
    """A space as an archive, made for one person who alone may fetch it, for a week."""

    class Form(models.TextChoices):
        MARKDOWN = "md", "Markdown"
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    space = models.ForeignKey(Space, models.CASCADE, related_name="exports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=200, blank=True)  # below VAR/exports
    pages = models.PositiveIntegerField(default=0)
    only = models.JSONField(default=list)  # uids of chosen pages; empty: the whole space
    form = models.CharField(max_length=4, choices=Form, default=Form.MARKDOWN)
    contains = models.JSONField(default=list)  # uids of the pages in it, where their names in the archive do not say so

    class Meta:
        ordering = ["-made_at"]

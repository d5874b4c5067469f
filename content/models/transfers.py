from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from content.models.pages import ContentPage
from content.models.spaces import Space
from ui.uid import new_uid


class ImportRun(models.Model):
    """One bringing in of files, a folder or an archive: read, looked at by a person, planted batch by batch.

    A killed run goes on where it stopped; a paused one waits.
    """

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    space = models.ForeignKey(Space, models.CASCADE, related_name="imports")
    parent = models.ForeignKey(ContentPage, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    maintainer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    source = models.CharField(max_length=500)  # a path below VAR for what was uploaded, or where the command found it
    is_live = models.BooleanField(default=False)  # readers get the pages at once; else they are drafts
    made_at = models.DateTimeField(default=timezone.now)
    looked_at = models.DateTimeField(null=True)  # every file is read: a person may say yes
    confirmed_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)  # planting began
    paused_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)  # the rest is not wanted
    finished_at = models.DateTimeField(null=True)
    undo_asked_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    refused = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return self.name


class ImportItem(models.Model):
    """One file of a run: what it is, what was read in it, what a person said, what became of it, what was lost.

    Facts, questions, losses and refusals are told in codes; content.convert.saying finds the words.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("等待")
        NEW = "new", _("新建")
        CHANGED = "changed", _("更新")
        SAME = "same", _("没有变化")
        KEPT = "kept", _("保留了这里的修改")
        ATTACHED = "attached", _("作为附件保存")
        SKIPPED = "skipped", _("没有选")
        FAILED = "failed", _("没有导入")
        UNDONE = "undone", _("已撤销")

    class Was(models.TextChoices):
        DOCX = "docx", "Word"
        DOC = "doc", _("旧版 Word")
        WPS = "wps", "WPS"
        RTF = "rtf", "RTF"
        XLSX = "xlsx", "Excel"
        PDF = "pdf", "PDF"
        HTML = "html", _("网页")
        MARKDOWN = "markdown", "Markdown"
        TEXT = "text", _("纯文本")
        FOLDER = "folder", _("文件夹")
        OTHER = "other", _("其他文件")

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="items")
    path = models.CharField(max_length=1000)
    parent_path = models.CharField(max_length=1000, blank=True)
    order = models.PositiveIntegerField()
    page_uid = models.CharField(max_length=12)

    # Read in the background.
    was = models.CharField(max_length=8, choices=Was, default=Was.OTHER)
    size = models.PositiveBigIntegerField(default=0)
    read_at = models.DateTimeField(null=True)
    title = models.CharField(max_length=255, blank=True)
    kind = models.CharField(max_length=20, blank=True)  # of page; "attachment": kept as a file; "": of a folder
    facts = models.JSONField(default=dict)  # {name: {value, where, quote, others: [{value, where, quote}]}}
    questions = models.JSONField(default=list)  # [{key, kind, text, quote, options, guess, group}]
    losses = models.JSONField(default=list)  # [{what, where, sample}]
    counts = models.JSONField(default=dict)  # headings, articles, tables, pictures, paragraphs, pages, numbers
    refusal = models.CharField(max_length=30, blank=True)  # of content.convert.refusing.CODES

    # Said by a person.
    answers = models.JSONField(default=dict)  # {key of a question: answer}
    is_wanted = models.BooleanField(default=True)

    # What became of it.
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.WAITING)
    notes = models.JSONField(default=list)  # in words
    original_uid = models.CharField(max_length=12, blank=True)  # of the file as it came, attached to the page
    revision = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")  # as it was brought in
    before = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")  # what stood there

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


class Original(models.Model):
    """The file a page was made of: for its readers to download. `earlier` ones are for those who read drafts."""

    page = models.OneToOneField(ContentPage, models.CASCADE, related_name="original")
    file_uid = models.CharField(max_length=12)
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    brought_at = models.DateTimeField(default=timezone.now)
    earlier = models.JSONField(default=list)  # [{file_uid, name, digest, brought_at}], the newest first


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

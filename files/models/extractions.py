"""The text found in an attachment, part by part, and how the reading ended."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from files.choices import ExtractionState
from files.models.held import Attachment
from files.readers import VERSION


class ExtractionQuerySet(models.QuerySet):
    def outdated(self):
        """Read by readers that have become better since."""
        return self.exclude(state=ExtractionState.WAITING).filter(made_by__lt=VERSION)

    def twin_of(self, attachment):
        """The reading of the same bytes under another holder, so that they are not read twice."""
        same = self.filter(attachment__file_hash=attachment.file_hash, made_by=VERSION)
        same = same.filter(attachment__file__endswith=f".{attachment.type.extension}")
        return same.exclude(state=ExtractionState.WAITING).exclude(attachment=attachment).first()


class Extraction(models.Model):
    """Says whether the text of an attachment can be searched, and if not, why."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="extraction")
    state = models.CharField(max_length=10, choices=ExtractionState.choices, default=ExtractionState.WAITING)
    made_by = models.PositiveSmallIntegerField(default=0)  # files.readers.VERSION of that day
    at = models.DateTimeField(default=timezone.now)
    pages = models.PositiveIntegerField(default=0)  # or slides, or sheets
    tries = models.PositiveSmallIntegerField(default=0)  # begun and not ended: each took a worker with it
    error = models.TextField(blank=True)  # for operators

    objects = ExtractionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("文件文字")

    def __str__(self):
        return f"{self.attachment}: {self.get_state_display()}"

    @property
    def is_current(self):
        return self.state != ExtractionState.WAITING and self.made_by == VERSION

    def begin(self):
        """Count this try; whoever counts later keeps what it finds."""
        Extraction.objects.filter(pk=self.pk).update(tries=models.F("tries") + 1)
        self.refresh_from_db(fields=["tries"])

    def take_back(self):
        """The try ended without blame: the worker was asked to stop."""
        Extraction.objects.filter(pk=self.pk, tries=self.tries).update(tries=self.tries - 1)


class ExtractedText(models.Model):
    """A part of the text that has a name of its own: a page, a slide, a sheet, what stands under a heading."""

    extraction = models.ForeignKey(Extraction, models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    anchor = models.CharField(max_length=40)  # page=3, slide=5, sheet=2, part=4
    name = models.CharField(max_length=200, blank=True)  # of a sheet or heading; pages have only their number
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["extraction", "number"], name="extracted_text_once")]
        ordering = ["number"]

    def __str__(self):
        return f"{self.anchor} {self.name}"

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.pages import ContentPage
from ui.uid import new_uid


class PageCopy(models.Model):
    """A page as PDF or Word, made for one person who alone may fetch it, as long as it says what the page says."""

    class Form(models.TextChoices):
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"

    class Trouble(models.TextChoices):
        MISSING = "missing", _("服务器还缺少生成 PDF 的组件")
        TOO_LARGE = "too_large", _("这一页太大，没能生成")
        BROKEN = "broken", _("这一页没能生成")

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    form = models.CharField(max_length=4, choices=Form)
    made_of = models.CharField(max_length=32)  # the fingerprint of what it shows
    asked_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=9, choices=Trouble, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "by", "form"], name="one_copy_a_form")]

    def __str__(self):
        return f"{self.page} ({self.form})"

    @property
    def place(self):
        return Path(settings.VAR) / "copies" / f"{self.uid}-{self.made_of}.{self.form}"

    @property
    def is_ready(self):
        return self.finished_at is not None and not self.trouble and self.place.is_file()

    @property
    def is_waiting(self):
        return self.finished_at is None

"""How far the text of a file got, and the view of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExtractionState(models.TextChoices):
    """The words are what people read beside a file; see files.extraction.note_of."""

    WAITING = "waiting", _("等待读取")
    DONE = "done", _("可检索")
    PARTLY = "partly", _("部分可检索")
    NO_TEXT = "no_text", _("没有文字，无法检索")
    ENCRYPTED = "encrypted", _("有密码，无法检索")
    UNREADABLE = "unreadable", _("打不开，无法检索")
    TOO_LARGE = "too_large", _("太大，无法检索")


class PreviewState(models.TextChoices):
    """Of the PDF by which an Office file is viewed."""

    WAITING = "waiting", _("正在准备预览")
    DONE = "done", _("可以预览")
    FAILED = "failed", _("没有预览")

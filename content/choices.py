"""Fixed vocabularies of pages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SpaceKind(TextChoices):
    UNIT = "unit", _("单位空间")
    TOPIC = "topic", _("专题空间")


class Change(TextChoices):
    """How much a publication changes for its readers; the author says so."""

    EDITORIAL = "editorial", _("文字修订")
    MATERIAL = "material", _("实质修改")


class ReferenceKind(TextChoices):
    PAGE = "page", _("页面")
    FILE = "file", _("文件")
    MENTION = "mention", _("提到")
    INCLUDE = "include", _("引入")

"""Fixed vocabularies of the directory and the staff list."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SeenBy(TextChoices):
    """Who sees a telephone number or address, as its owner decides."""

    EVERYONE = "everyone", _("全集团")
    HOSPITAL = "hospital", _("本院")
    DEPARTMENT = "department", _("本科室")
    NOBODY = "nobody", _("只有我")


class Change(TextChoices):
    """What a staff list means for one person."""

    FAULTY = "faulty", _("有错误")
    JOINER = "joiner", _("入职")
    MOVER = "mover", _("调动")
    LEAVER = "leaver", _("离职")
    CHANGED = "changed", _("资料变化")

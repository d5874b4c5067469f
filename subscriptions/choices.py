"""Fixed vocabularies of channels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

SHELF = "channel"  # lists of knowledge leave out what stands here


class Category(TextChoices):
    CULTURE = "culture", _("文化")
    PROFESSION = "profession", _("专业")
    NEWS = "news", _("院讯")
    EDUCATION = "education", _("教学")
    QUALITY = "quality", _("质量安全")


class Joining(TextChoices):
    OPEN = "open", _("自由关注")
    APPLY = "apply", _("需申请")


class QuotaPeriod(TextChoices):
    DAY = "day", _("每天")
    WEEK = "week", _("每周")


class Tick(TextChoices):
    """What only a person can say before an issue goes out."""

    CONSENT = "consent", _("人物肖像已取得同意")
    PHONE = "phone", _("手机预览看过一遍")

from dataclasses import replace

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import ContentPage
from org.models import Unit
from wiki.chapters import check_icd10


class AgeBand(models.TextChoices):
    """Bands, never an age: a case must not lead back to a person."""

    NEWBORN = "newborn", _("新生儿")
    CHILD = "child", _("儿童")
    TEEN = "teen", _("青少年")
    YOUNG = "young", _("18–39 岁")
    MIDDLE = "middle", _("40–64 岁")
    OLD = "old", _("65 岁及以上")


class Outcome(models.TextChoices):
    CURED = "cured", _("治愈")
    IMPROVED = "improved", _("好转")
    UNCHANGED = "unchanged", _("未愈")
    DIED = "died", _("死亡")
    TRANSFERRED = "transferred", _("转院")


class Difficulty(models.TextChoices):
    BASIC = "basic", _("基础")
    ADVANCED = "advanced", _("进阶")
    HARD = "hard", _("疑难")


class ClinicalCase(ContentPage):
    """临床病例: a case to learn from, with fields one can filter by."""

    diagnosis = models.CharField(_("主要诊断"), max_length=120)
    icd10 = models.CharField(_("ICD-10 编码"), max_length=12, blank=True, db_index=True, validators=[check_icd10])
    department = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("科室")
    )
    age_band = models.CharField(_("年龄段"), max_length=10, choices=AgeBand, blank=True)
    outcome = models.CharField(_("转归"), max_length=12, choices=Outcome, blank=True)
    difficulty = models.CharField(_("难度"), max_length=10, choices=Difficulty, default=Difficulty.BASIC)
    teaching_points = models.TextField(_("教学要点"), blank=True, max_length=2_000, help_text=_("每行一条"))

    parent_page_types = ["content.Space", "wiki.Article", "wiki.ClinicalCase"]
    tile = "case"
    kind_name = "case"
    search_order, search_label = 3, _("病例")
    found_besides = ("icd10", "diagnosis", "teaching_points")
    reading_template = "wiki/case.html"
    reading_related = ("department",)
    form_fields = ("diagnosis", "icd10", "department", "age_band", "outcome", "difficulty", "teaching_points")

    class Meta:
        verbose_name = verbose_name_plural = _("临床病例")

    def cover(self, *, is_draft=False):
        """The fields and teaching points that stand around the text on the screen."""
        facts = [
            (_("主要诊断"), f"{self.diagnosis} {self.icd10}".strip()),
            (_("科室"), self.department or ""),
            (_("年龄段"), self.get_age_band_display()),
            (_("转归"), self.get_outcome_display()),
            (_("难度"), self.get_difficulty_display()),
            (_("教学要点"), "；".join(f"{number}. {point}" for number, point in enumerate(self.points, start=1))),
        ]
        return replace(super().cover(is_draft=is_draft), facts=facts)

    @property
    def points(self):
        """The teaching points, a line each."""
        return [line.strip() for line in self.teaching_points.splitlines() if line.strip()]

"""Where a person wants it otherwise than the group of notices says. No row: as it comes."""

from datetime import time

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from notifications import choices


class WayChoice(models.Model):
    """That a person wants a group of notices by a way, or does not."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="way_choices")
    group = models.CharField(max_length=20)
    way = models.CharField(max_length=10)
    is_on = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group", "way"], name="one_way_choice")]
        indexes = [models.Index(fields=["group", "way"], name="way_choice_group")]

    def __str__(self):
        return f"{self.group} {self.way} {self.is_on}"


class PaceChoice(models.Model):
    """How often a person wants a group of notices."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pace_choices")
    group = models.CharField(max_length=20)
    pace = models.CharField(max_length=4, choices=choices.Pace)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group"], name="one_pace_choice")]
        indexes = [models.Index(fields=["group", "pace"], name="pace_choice_group")]

    def __str__(self):
        return f"{self.group} {self.pace}"


class Rhythm(models.Model):
    """When a person wants to be left alone, and when the digests come."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="rhythm")
    is_quiet = models.BooleanField(_("免打扰"), default=False)
    quiet_from = models.TimeField(_("从"), default=time(22))
    quiet_until = models.TimeField(_("到"), default=time(7))
    is_quiet_on_days_off = models.BooleanField(_("周末和假期全天安静"), default=False)
    is_loud_on_duty = models.BooleanField(_("值班时自动关掉免打扰"), default=True)
    silent_until = models.DateTimeField(null=True)  # “安静一会儿”
    day_at = models.CharField(_("每日汇总的时间"), max_length=5, choices=choices.DayAt, default=choices.DayAt.MORNING)
    week_at = models.CharField(_("每周汇总"), max_length=7, choices=choices.WeekAt, default=choices.WeekAt.MONDAY)

    def __str__(self):
        return f"{self.person}"

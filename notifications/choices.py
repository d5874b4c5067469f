from django.db import models
from django.utils.translation import gettext_lazy as _


class Pace(models.TextChoices):
    """How often a group of notices leaves the house."""

    NOW = "now", _("马上")
    HOUR = "hour", _("合并，每小时")
    DAY = "day", _("每日汇总")
    WEEK = "week", _("每周汇总")


class DayAt(models.TextChoices):
    """When a person gets the digest of the day."""

    MORNING = "08:00", _("上班前 08:00")
    NOON = "12:30", _("午休 12:30")
    EVENING = "17:30", _("下班前 17:30")


class WeekAt(models.TextChoices):
    """When a person gets the digest of the week: ISO weekday and time."""

    MONDAY = "1 08:00", _("星期一 08:00")
    FRIDAY = "5 17:30", _("星期五 17:30")


class State(models.TextChoices):
    """How far a delivery got."""

    WAITING = "waiting", _("等待发送")
    SENT = "sent", _("已发送")
    FAILED = "failed", _("没有送到")
    DROPPED = "dropped", _("没有必要再发")

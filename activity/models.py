"""What people watch, favour and visited. What it is about is any row with a rule in access."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from activity.about import type_of


class AboutQuerySet(models.QuerySet):
    def about(self, thing):
        return self.filter(about_type=type_of(type(thing)), about_id=thing.pk)


class About(models.Model):
    """A row of one person about one thing."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    about_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    about_id = models.PositiveBigIntegerField()
    about = GenericForeignKey("about_type", "about_id")

    objects = AboutQuerySet.as_manager()

    class Meta:
        abstract = True


def _once(name):
    return models.UniqueConstraint(fields=["person", "about_type", "about_id"], name=name)


class WatchLevel(models.TextChoices):
    ALL = "all", _("所有更新")
    IMPORTANT = "important", _("重要更新")
    MUTED = "muted", _("不提醒")


class Watch(About):
    """关注: the person wants to hear of it. Who is told comes with the notifications' ways."""

    level = models.CharField(max_length=10, choices=WatchLevel, default=WatchLevel.ALL)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [_once("watch_once")]
        indexes = [models.Index(fields=["about_type", "about_id"], name="watch_about")]


class Favourite(About):
    """收藏."""

    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [_once("favourite_once")]
        ordering = ["-since"]


class Visit(About):
    """The person's last visit and the place reached: “recent”, and going on reading."""

    at = models.DateTimeField(default=timezone.now)
    place = models.CharField(max_length=80, blank=True)  # the anchor of the heading last read

    class Meta:
        constraints = [_once("visit_once")]
        ordering = ["-at"]
        indexes = [models.Index(fields=["person", "-at"], name="visit_recent")]


class DayViews(models.Model):
    """How often a thing was read on a day, by nobody in particular. Flushed in batches: a kill loses ten seconds."""

    about_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    about_id = models.PositiveBigIntegerField()
    day = models.DateField()
    views = models.PositiveIntegerField(default=0)

    objects = AboutQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about_type", "about_id", "day"], name="views_once_a_day")]
        indexes = [models.Index(fields=["about_type", "day"], name="views_lately")]


class Reaction(About):
    """有用 or 没用: the reader's word on a page, changeable."""

    is_useful = models.BooleanField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [_once("reaction_once")]
        indexes = [models.Index(fields=["about_type", "about_id"], name="reaction_about")]

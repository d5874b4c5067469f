from django.conf import settings
from django.db import models
from wagtail.models import Revision


class VersionName(models.Model):
    """What somebody calls a version, so that it is found again among many. Delete it to forget the name."""

    revision = models.OneToOneField(Revision, models.CASCADE, related_name="version_name")
    name = models.CharField(max_length=80)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.name

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.spaces import Space
from ui.uid import new_uid


class BulkChange(models.Model):
    """That somebody did one thing to many pages: what became of each, and the way back."""

    class What(models.TextChoices):
        MOVE = "move", _("移动")
        TAG = "tag", _("加标签")
        ENTRUST = "entrust", _("换维护人")
        EXPORT = "export", _("导出")
        REMOVE = "remove", _("放进回收站")

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    what = models.CharField(max_length=8, choices=What)
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)
    results = models.JSONField(default=list)  # of each page: uid, title, is_done, words, back

    class Meta:
        ordering = ["-at"]

    @property
    def done(self):
        return [each for each in self.results if each["is_done"]]

    @property
    def left(self):
        return [each for each in self.results if not each["is_done"]]

    @property
    def may_be_undone(self):
        return self.undone_at is None and any(each["back"] for each in self.results)

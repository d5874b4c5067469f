from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from content.models.pages import MAX_BODY, ContentPage
from ui.uid import new_uid


class Outcome(models.TextChoices):
    ACCEPTED = "accepted", _("已采纳")
    CHANGED = "changed", _("改后采纳")
    DECLINED = "declined", _("没有采纳")
    WITHDRAWN = "withdrawn", _("已撤回")


class ProposalQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(decided_at=None)

    def for_list(self):
        related = self.select_related("page__space", "page__content_type", "by", "decided_by")
        return related.defer("page__body", "page__space__body", "body", "base_body")


class Proposal(models.Model):
    """提建议: how a reader would have the live text of a page. Decided once, by somebody who may edit it."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="proposals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)  # counts what the proposer changed while it waited
    base = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")  # the live text it began with
    base_body = models.TextField(blank=True, max_length=MAX_BODY)
    body = models.TextField(_("正文"), blank=True, max_length=MAX_BODY)
    reason = models.CharField(_("理由"), max_length=500)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.CharField(max_length=500, blank=True)
    revision = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")  # where it was written in

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["page", "at"], condition=models.Q(decided_at=None), name="proposal_waits"),
            models.Index(fields=["by", "-at"], name="proposal_by"),
        ]

    def __str__(self):
        return self.reason[:40]

    @property
    def is_waiting(self):
        return self.decided_at is None

    def get_absolute_url(self):
        return reverse("content:proposal", args=[self.uid])

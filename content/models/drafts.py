from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from wagtail.models import Revision

from content.models.pages import MAX_BODY, ContentPage
from ui.uid import new_uid


class Draft(models.Model):
    """What one person is writing and has not saved: one row a page and person, replaced in place."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    page = models.ForeignKey(ContentPage, models.CASCADE, null=True, related_name="drafts")
    parent = models.ForeignKey(ContentPage, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)  # the kind_name of the page
    base = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")  # the text it started from
    title = models.CharField(max_length=255, blank=True)
    body = models.TextField(blank=True, max_length=MAX_BODY)
    values = models.JSONField(default=dict)  # the other fields of the form
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "person"], condition=~Q(page=None), name="one_draft_a_page_and_person"
            ),
            models.UniqueConstraint(
                fields=["parent", "kind", "person"], condition=Q(page=None), name="one_new_page_a_place_and_person"
            ),
        ]

    def get_absolute_url(self):
        if self.page is not None:
            return reverse("content:edit", args=[self.page.uid])
        return reverse("content:new_from_draft", args=[self.uid])

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Revision

from content.models.pages import ContentPage


class CollabDoc(models.Model):
    """The text several people write on a page, until it becomes a revision: a state, and the updates since.

    The row is the truth about the text that is being written; every change of it happens under its lock.
    """

    page = models.OneToOneField(ContentPage, models.CASCADE, related_name="collab")
    epoch = models.UUIDField(default=uuid.uuid4)  # another one: what a browser still holds belongs to a text long gone
    schema = models.PositiveIntegerField()  # of content.text.tree
    state = models.BinaryField()  # a Yjs update, compressed
    state_seq = models.PositiveBigIntegerField(default=0)  # the last update that is part of the state
    seq = models.PositiveBigIntegerField(default=0)  # the last update there is
    rev_seq = models.PositiveBigIntegerField(default=0)  # the last update that is part of the latest revision
    base_revision = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")
    base_body = models.TextField(blank=True)  # the text of that revision, as the tree writes it
    base_state = models.BinaryField()  # and the Yjs update, compressed, that had this text
    base_values = models.JSONField(default=dict)
    opened_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(default=timezone.now, db_index=True)
    talks = models.PositiveBigIntegerField(default=0)  # counts what is said and settled about the page

    def __str__(self):
        return f"{self.page_id} {self.seq}"

    @property
    def is_ahead(self):
        """Whether something was written that no revision holds."""
        return self.seq > self.rev_seq


class CollabUpdate(models.Model):
    """What one person wrote within a blink, or the system took in (nobody)."""

    doc = models.ForeignKey(CollabDoc, models.CASCADE, related_name="updates")
    seq = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    data = models.BinaryField()
    size = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["doc", "seq"], name="one_update_a_number")]

    def __str__(self):
        return f"{self.doc_id} {self.seq}"


class CollabContributor(models.Model):
    """Who wrote how much of a revision; of the next one while it has none. Outlives the updates themselves."""

    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="contributors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, models.CASCADE, null=True, related_name="contributors")
    size = models.PositiveBigIntegerField(default=0)  # bytes of updates
    last_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-size", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "user"], name="once_a_revision_and_person"),
            models.UniqueConstraint(fields=["page", "user"], condition=Q(revision=None), name="once_till_a_revision"),
        ]

    def __str__(self):
        return f"{self.page_id} {self.user_id} {self.size}"

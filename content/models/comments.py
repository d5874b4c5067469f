from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.pages import ContentPage
from ui.uid import new_uid

MOST_WORDS = 2_000  # characters of one comment
MOST_QUOTED = 1_000  # characters of a passage one can comment on


class WhichText(models.TextChoices):
    """The two texts of a page."""

    LIVE = "live", _("现行的文字")
    DRAFT = "draft", _("最新的文字")


class CommentQuerySet(models.QuerySet):
    def threads(self):
        return self.filter(answers=None)

    def open(self):
        return self.filter(resolution=None)

    def for_list(self):
        return self.select_related("page__space", "page__content_type", "by", "answers").defer(
            "page__body", "page__space__body"
        )


class Comment(models.Model):
    """What somebody says about a page or about a passage of it; an answer points to what it answers.

    What was said about the draft stays with those who may see drafts, also when the text has gone live.
    """

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="comments")
    answers = models.ForeignKey("self", models.CASCADE, null=True, related_name="replies")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    text = models.TextField(_("评论"), max_length=MOST_WORDS, blank=True)
    on_draft = models.BooleanField(default=False)
    quote = models.TextField(blank=True)  # the passage as it was then; empty: about the whole page
    edited_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)  # its words are gone, the answers to it stay

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["by", "-at"], name="comment_by")]

    def __str__(self):
        return self.text[:40]

    def get_absolute_url(self):
        start = self.answers if self.answers_id else self
        return f"{self.page.get_absolute_url()}#comment-{start.uid}"


class Resolution(models.Model):
    """已解决: by whom and when. Delete it to reopen."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="resolution")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    is_taken = models.BooleanField(default=False)  # what it asked for was written into the page


class Passage(models.Model):
    """Where a comment stands in one of the two texts now; without a quote the passage has vanished from it."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="passages")
    text = models.CharField(max_length=5, choices=WhichText)
    quote = models.TextField(blank=True)
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    start = models.PositiveIntegerField(default=0)  # characters into the plain text

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "text"], name="one_passage_a_text")]


class PassageText(models.Model):
    """The plain text in which the passages of a page stand: the next one is compared with it."""

    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="+")
    text = models.CharField(max_length=5, choices=WhichText)
    plain = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "text"], name="one_passage_text_a_page")]

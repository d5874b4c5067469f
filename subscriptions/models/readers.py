from django.conf import settings
from django.db import models
from django.utils import timezone

from org.models import Unit
from subscriptions.models.channels import Channel, Post
from ui.uid import new_uid

PERSON = settings.AUTH_USER_MODEL


class Follow(models.Model):
    """A colleague chose to follow."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="follows")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "channel"], name="follow_once")]
        indexes = [models.Index(fields=["channel", "person"], name="follow_people")]


class Silence(models.Model):
    """Followed without being told: also for channels one cannot leave."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="silences")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "channel"], name="silence_once")]


class FollowRequest(models.Model):
    """A colleague asks to follow a channel one applies for. Decided once."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="requests")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    is_agreed = models.BooleanField(null=True)
    answer = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel"], condition=models.Q(decided_at=None), name="one_open_follow_request"
            )
        ]


class CaughtUp(models.Model):
    """“全部标为已读”: what came before that moment is no news to this person."""

    person = models.OneToOneField(PERSON, models.CASCADE, related_name="+")
    at = models.DateTimeField()


class Like(models.Model):
    post = models.ForeignKey(Post, models.CASCADE, related_name="likes")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="like_once")]


class PostComment(models.Model):
    """留言, or the answer to one."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    post = models.ForeignKey(Post, models.CASCADE, related_name="remarks")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    text = models.CharField(max_length=600)
    at = models.DateTimeField(default=timezone.now)
    answer_to = models.ForeignKey("self", models.CASCADE, null=True, related_name="answers")

    class Meta:
        ordering = ["at", "pk"]


class Selection(models.Model):
    """An operator shows a comment to everybody."""

    comment = models.OneToOneField(PostComment, models.CASCADE, related_name="selection")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class Hold(models.Model):
    """A word of the list stands in it: nobody but its writer and the operators see it before it is selected."""

    comment = models.OneToOneField(PostComment, models.CASCADE, related_name="hold")
    word = models.CharField(max_length=60)
    at = models.DateTimeField(default=timezone.now)


class CommentRemoval(models.Model):
    comment = models.OneToOneField(PostComment, models.CASCADE, related_name="removal")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class CommentLike(models.Model):
    comment = models.ForeignKey(PostComment, models.CASCADE, related_name="likes")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="comment_like_once")]


class PostRead(models.Model):
    """That somebody of a hospital and a department read a post on a day. Who it was cannot be read from it, nor that
    the reader of one channel is that of another.
    """

    post = models.ForeignKey(Post, models.CASCADE, related_name="reads")
    reader = models.CharField(max_length=32)  # keyed hash of channel and person
    hospital = models.ForeignKey(Unit, models.SET_NULL, null=True, related_name="+")
    department = models.ForeignKey(Unit, models.SET_NULL, null=True, related_name="+")
    day = models.DateField()
    is_finished = models.BooleanField(default=False)  # the end was on the screen

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "reader"], name="read_once")]
        indexes = [models.Index(fields=["post", "day"], name="read_days")]

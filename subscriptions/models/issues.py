from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from subscriptions.choices import Tick
from subscriptions.models.channels import Channel, Post
from ui.uid import new_uid

MOST_POSTS = 8
PERSON = settings.AUTH_USER_MODEL


class IssueQuerySet(models.QuerySet):
    def out(self):
        return self.filter(release__isnull=False)

    def may(self, user, action):
        from access import rules

        return rules.allowed(user, action, self)


class Issue(models.Model):
    """一期: one to eight posts of a channel that go out together, in an order."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    channel = models.ForeignKey(Channel, models.CASCADE, related_name="issues")
    number = models.PositiveIntegerField()
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    is_pushed = models.BooleanField(default=True)  # False: goes out without telling anybody, and takes no quota

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["channel", "number"], name="issue_number_once")]

    def __str__(self):
        return _("%(channel)s 第 %(number)d 期") % {"channel": self.channel.title, "number": self.number}

    def get_absolute_url(self):
        return reverse("subscriptions:issue", args=[self.uid])

    @property
    def is_out(self):
        return hasattr(self, "release")


class IssuePost(models.Model):
    """A post and its place in the issue; a post goes out once."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="places")
    post = models.OneToOneField(Post, models.CASCADE, related_name="in_issue")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]


class ManualCheck(models.Model):
    """A person says that something machines cannot see is right."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="ticks")
    name = models.CharField(max_length=10, choices=Tick)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "name"], name="tick_once")]


class TestReader(models.Model):
    """A colleague who may read the issue before it is out."""

    __test__ = False  # pytest takes the name for a class of tests

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="test_readers")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "person"], name="test_reader_once")]


class Submission(models.Model):
    """The issue waits for somebody's word. `texts` says which texts are to be decided on."""

    issue = models.OneToOneField(Issue, models.CASCADE, related_name="submission")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    texts = models.JSONField(default=dict)  # {post: revision}


class Approval(models.Model):
    """Somebody agreed to these very texts."""

    issue = models.OneToOneField(Issue, models.CASCADE, related_name="approval")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    texts = models.JSONField(default=dict)


class Plan(models.Model):
    """The moment an issue is to go out by itself. Delete it to cancel."""

    issue = models.OneToOneField(Issue, models.CASCADE, related_name="plan")
    at = models.DateTimeField()
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)


class Release(models.Model):
    """The issue is out. There is one, so nothing goes out twice."""

    issue = models.OneToOneField(Issue, models.CASCADE, related_name="release")
    channel = models.ForeignKey(Channel, models.CASCADE, related_name="releases")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    day = models.DateField()  # in Shanghai: quotas are counted by it
    is_pushed = models.BooleanField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["channel", "-at"], name="release_feed"),
            models.Index(fields=["-at"], name="release_recent"),
        ]

"""One thing one person should know."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from notifications import registry


class NoticeQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def unread(self):
        return self.filter(read_at=None)


class Notice(models.Model):
    """Something one person should know: what happened, about which thing, by whom. Read or not yet."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)  # "access.asked"; its words come from the registered kind
    key = models.CharField(max_length=120)  # one notice a person and key: a retried job tells nobody twice
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    about_type = models.ForeignKey(ContentType, models.SET_NULL, null=True, related_name="+")
    about_id = models.PositiveBigIntegerField(null=True)
    about = GenericForeignKey("about_type", "about_id")
    values = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()
    thing = None  # what it is about, put there by notifications.showing for whoever may see it

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-at"], name="notice_inbox"),
            models.Index(fields=["person", "about_id"], name="notice_unread", condition=models.Q(read_at=None)),
        ]
        constraints = [models.UniqueConstraint(fields=["key", "person"], name="one_notice_a_key_and_person")]

    @property
    def who(self):
        """The actor's name, for sentences."""
        return self.actor.name if self.actor else registry.somebody()

    @cached_property
    def shown_as(self) -> registry.NoticeKind:
        """The kind whose words may be shown to the person now."""
        kind = registry.find(self.kind)
        return registry.GONE if kind.needs and self.thing is None else kind

    @cached_property
    def words(self) -> tuple[str, str, str]:
        return registry.words_for(self)

    @property
    def sentence(self):
        return self.words[0]

    @property
    def detail(self):
        return self.words[1]

    @property
    def url(self):
        return self.words[2]

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone


class SessionQuerySet(models.QuerySet):
    def live(self):
        return self.filter(expire_date__gt=timezone.now())


class Session(AbstractBaseSession):
    """A person's sign-in on one device: listed to its owner, and ended with one click."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sessions")
    started_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=200, blank=True)
    is_shared = models.BooleanField(default=False)  # 公用电脑: ends after 15 minutes of idleness

    objects = BaseSessionManager.from_queryset(SessionQuerySet)()

    class Meta(AbstractBaseSession.Meta):
        indexes = [models.Index(fields=["user", "-last_seen_at"])]

    @classmethod
    def get_session_store_class(cls):
        from org.sessions import SessionStore

        return SessionStore

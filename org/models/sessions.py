from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from org.choices import Way


class SessionQuerySet(models.QuerySet):
    def live(self):
        """Those that still open the house; a shared PC that was left alone does not."""
        now = timezone.now()
        return self.filter(expire_date__gt=now).exclude(is_shared=True, last_seen_at__lt=now - Session.IDLE_LIMIT)


class Session(AbstractBaseSession):
    """A person's sign-in on one device: listed to its owner, and ended with one click."""

    IDLE_LIMIT = timedelta(minutes=15)  # on a 公用电脑

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sessions")
    started_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=200, blank=True)
    is_shared = models.BooleanField(default=False)

    objects = BaseSessionManager.from_queryset(SessionQuerySet)()

    class Meta(AbstractBaseSession.Meta):
        indexes = [models.Index(fields=["user", "-last_seen_at"])]

    @classmethod
    def get_session_store_class(cls):
        from org.sessions import SessionStore

        return SessionStore

    @property
    def handle(self):
        """Names the session on a page, where the key itself must never stand."""
        return salted_hmac("org.session", self.session_key).hexdigest()[:24]


class SignInQuerySet(models.QuerySet):
    def unanswered(self):
        """On a device never seen before, and the person has not said whether that was them."""
        return self.filter(succeeded=True, is_new_device=True, was_me__isnull=True)


class SignIn(models.Model):
    """That somebody came in, or tried to: what a person sees of the own account, for thirty days."""

    KEPT_FOR = timedelta(days=30)

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_ins")
    at = models.DateTimeField(default=timezone.now)
    way = models.CharField(_("方式"), max_length=12, choices=Way)
    succeeded = models.BooleanField(default=True)
    is_new_device = models.BooleanField(default=False)
    device = models.CharField(max_length=200, blank=True)
    address = models.GenericIPAddressField(null=True)
    was_me = models.BooleanField(null=True)  # the person's own answer about a new device; none until asked

    objects = SignInQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["person", "-at"])]

    def __str__(self):
        return f"{self.person} {self.at:%Y-%m-%d %H:%M} {self.way}"

"""What somebody says about the computer before signing in: a shared one, or their own."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SAID = "where"  # in the session, from the sign-in page until somebody is signed in
KEPT_FOR = timedelta(days=7)


class Where(TextChoices):
    SHARED = "shared", _("公用电脑")
    OWN = "own", _("我自己的设备")


def say(request, where):
    request.session[SAID] = Where.OWN if where == Where.OWN else Where.SHARED


def is_shared(request):
    """Unless it was said otherwise the computer is shared."""
    return request.session.get(SAID) != Where.OWN


def settle(request, shared):
    """How long the session may last: until the browser closes or fifteen idle minutes pass, or seven days."""
    request.session.pop(SAID, None)
    request.session.set_expiry(0 if shared else timezone.now() + KEPT_FOR)

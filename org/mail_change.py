"""A mail becomes one's own once its code has been typed in: codes sent there open the account."""

import time
from dataclasses import asdict, dataclass

from allauth.core.internal.cryptokit import compare_user_code
from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string

from audit.actions import record
from org import mails
from org.models import User

KEPT = "mail_change"  # in the session until the code is typed in
VALID_FOR = 10 * 60
TRIES = 5


@dataclass
class Change:
    """A mail somebody says is theirs."""

    mail: str
    code: str
    at: float
    tries: int = 0

    def fits(self, code):
        return self.is_open and compare_user_code(actual=code, expected=self.code)

    @property
    def is_open(self):
        return self.tries < TRIES and time.time() - self.at < VALID_FOR


def begin(request, mail):
    """Send a code there. A mail that belongs to a colleague already gets none, and nobody is told."""
    change = Change(mail, get_random_string(6, "0123456789"), time.time())
    is_free = not User.objects.filter(email=mail).exclude(pk=request.user.pk).exists()
    mails.send_later("account/email/mail_change" if is_free else mails.UNKNOWN, mail, code=change.code)
    request.session[KEPT] = asdict(change)


def pending(request):
    """The change that waits for its code, or None."""
    kept = request.session.get(KEPT)
    change = Change(**kept) if kept else None
    return change if change and change.is_open else None


def count_try(request, change):
    change.tries += 1
    request.session[KEPT] = asdict(change)


def finish(request, change):
    """The code was right: codes and forgotten passwords go to this mail from now on. False if somebody has it."""
    person, before = request.user, request.user.email
    request.session.pop(KEPT, None)
    person.email = change.mail
    try:
        with transaction.atomic():
            person.save(update_fields=["email"])
            record("mail.changed", person, by=person, before={"mail": before}, after={"mail": change.mail})
    except IntegrityError:
        return False
    return True

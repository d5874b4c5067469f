"""What an administrator does to a colleague's account: name and telephone, posts, leaving, coming back."""

from allauth.account.models import EmailAddress
from django.db import transaction

from audit.actions import record
from org import actions as org

FIELDS = ("name", "phone", "email")


@transaction.atomic
def change(person, *, by, reason="", **fields):
    """Another name, telephone or mail, as HR says. What was there before is not written into the log, only that."""
    changed = [name for name in FIELDS if name in fields and (getattr(person, name) or "") != (fields[name] or "")]
    if not changed:
        return
    for name in changed:
        setattr(person, name, fields[name] or None if name != "name" else fields[name])
    person.save(update_fields=changed)
    if "email" in changed:
        _verify(person)
    record("person.changed", person, by=by, after={"fields": changed}, reason=reason)


def _verify(person):
    """What HR says is verified: the code by mail and the second factor rely on it."""
    EmailAddress.objects.filter(user=person).delete()
    if person.email:
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)


def disable(person, *, by, reason):
    org.disable(person, by, reason)


def enable(person, *, by, reason):
    org.enable(person, by, reason)


def leave(person, *, day, by, reason):
    org.leave(person, day, by, reason)

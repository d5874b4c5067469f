"""Telling people, and what they do with what they were told."""

from collections import Counter

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.crypto import get_random_string

import jobs
from access import rules
from notifications.models import Notice
from org.models import User

SEND = "notifications.send"


def notify(kind, *, to, about=None, actor=None, key=None, **values):
    """Tell these people. Writes one due row in the caller's transaction; nobody is told of what is rolled back.

    `key` says which event it is: the same one told twice is told once. Whoever may not see the thing when the notice
    is made gets none, and the actor is not told of the own deed. `values` are plain JSON for the kind's words.
    """
    people = sorted({person.pk for person in to} - {actor and actor.pk})
    if not people:
        return
    key = f"{kind}:{key or get_random_string(20)}"
    payload = {
        "kind": kind,
        "to": people,
        "about": about and [_type_of(about).pk, about.pk],
        "actor": actor and actor.pk,
        "key": key,
        "at": timezone.now().isoformat(),
        "values": values,
    }
    jobs.due(SEND, key=key, payload=payload)


def _type_of(thing) -> ContentType:
    """That of the model whose rule covers the thing, so that pages of all kinds are looked up together."""
    try:
        return ContentType.objects.get_for_model(rules.policy_for(type(thing)).model)
    except LookupError:
        return ContentType.objects.get_for_model(thing)


def read_one(person, notice):
    return _mark(person, Notice.objects.of(person).filter(pk=notice.pk))


def read_all(person):
    """Returns how many and the moment, by which `unread_again` takes it back."""
    return _mark(person, Notice.objects.of(person))


@transaction.atomic
def _mark(person, notices):
    now = timezone.now()
    count = notices.unread().update(read_at=now)
    _lower(person.pk, count)
    return count, now


@transaction.atomic
def unread_again(person, moment):
    """Take back what was marked as read together at that moment."""
    count = Notice.objects.of(person).filter(read_at=moment).update(read_at=None)
    User.objects.filter(pk=person.pk).update(unread=F("unread") + count)
    return count


@transaction.atomic
def read_visited(visits):
    """Whoever has read the thing knows what its notices say. `visits`: {(person, content type, id): when}."""
    people, things = {who for who, *_ in visits}, {pk for *_, pk in visits}
    candidates = Notice.objects.unread().filter(person__in=people, about_id__in=things)
    read = [
        (pk, person)
        for pk, person, kind, thing, at in candidates.values_list("pk", "person", "about_type", "about_id", "at")
        if (person, kind, thing) in visits and at <= visits[person, kind, thing]
    ]
    if not read:
        return
    Notice.objects.unread().filter(pk__in=[pk for pk, _ in read]).update(read_at=timezone.now())
    for person, count in Counter(person for _, person in read).items():
        _lower(person, count)


def _lower(person_id, count):
    if count:
        User.objects.filter(pk=person_id).update(unread=Greatest(F("unread") - count, 0))

"""Telling people, and what they do with what they were told."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

import jobs
from access import rules
from notifications import counters
from notifications.models import Notice

SEND = "notifications.send"
SEND_ALL = "notifications.send_all"


def notify(kind, *, to, about=None, actor=None, key=None, **values):
    """Tell these people. Writes one due row in the caller's transaction; nobody is told of what is rolled back.

    `key` says which event it is: the same one told twice is told once. Whoever may not see the thing when the notice
    is made gets none, and the actor is not told of the own deed. `values` are plain JSON for the kind's words.
    """
    people = sorted({person.pk for person in to} - {actor and actor.pk})
    if not people:
        return
    key = f"{kind}:{key or get_random_string(20)}"
    jobs.due(SEND, key=key, payload={"to": people, **_what(kind, about, actor, key, values)})


def notify_all(kind, *, recipients, of, key, about=None, actor=None, **values):
    """Tell everybody whom a registered source (`registry.recipients`) names for `of` when it is sent.

    One due row, however many they are. The source leaves out whoever may not see the thing. `key` as above.
    """
    key = f"{kind}:{key}"
    payload = {"recipients": recipients, "of": of, **_what(kind, about, actor, key, values)}
    jobs.due(SEND_ALL, key=key, payload=payload)


def _what(kind, about, actor, key, values):
    about = about and [_type_of(about).pk, about.pk]
    at = timezone.now().isoformat()
    return {"kind": kind, "about": about, "actor": actor and actor.pk, "key": key, "at": at, "values": values}


def _type_of(thing) -> ContentType:
    """That of the model whose rule covers the thing, so that pages of all kinds are looked up together."""
    try:
        return ContentType.objects.get_for_model(rules.policy_for(type(thing)).model)
    except LookupError:
        return ContentType.objects.get_for_model(thing)


def read_one(person, notice):
    return _mark(person, Notice.objects.of(person).filter(pk=notice.pk))


def read_several(person, ids):
    return _mark(person, Notice.objects.of(person).filter(pk__in=ids))


def read_all(person, among=lambda notices: notices):
    """Those a tab shows. Returns how many and the moment, by which `unread_again` takes it back."""
    return _mark(person, among(Notice.objects.of(person)))


@transaction.atomic
def _mark(person, notices):
    now = timezone.now()
    if count := notices.unread().update(read_at=now):
        counters.recount([person.pk])
    return count, now


@transaction.atomic
def unread_again(person, moment):
    """Take back what was marked as read together at that moment."""
    if count := Notice.objects.of(person).filter(read_at=moment).update(read_at=None):
        counters.recount([person.pk])
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
    counters.recount({person for _, person in read})

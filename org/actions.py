"""What is decided about accounts: leaving, disabling, coming back, new passwords."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

import jobs
from audit.actions import record
from org import leaving
from ui.days import today


@transaction.atomic
def leave(person, day, by, reason=""):
    """The person's last day. Memberships and roles end with it; if it is over or today, so does everything else.

    A later day is kept and carried out after it. The same day twice changes nothing.
    """
    if person.left_on == day:
        return
    before, person.left_on = person.left_on, day
    person.save(update_fields=["left_on"])
    for dated in (person.memberships, person.roles):
        dated.filter(starts_on__gt=day).delete()
        dated.filter(Q(ends_on=None) | Q(ends_on__gt=day)).update(ends_on=day)
    record("person.leaves", person, by=by, before={"left_on": before}, after={"left_on": day}, reason=reason)
    if day <= today():
        close(person, by)
    else:
        payload = {"person": person.pk, "day": day.isoformat(), "by": by.pk if by else None}
        jobs.due("org.leave", key=f"{person.uid}:{day}", payload=payload, at=_end_of(day))


@transaction.atomic
def close(person, by):
    """A leaver's account ends, and every room hands over what the leaver kept."""
    leaving.tell_all(person, day=person.left_on, by=by)
    disable(person, by)


@transaction.atomic
def disable(person, by, reason=""):
    """The person cannot come in any more; sessions and tokens end now and do not come back."""
    if not person.is_active:
        return
    person.is_active = False
    person.save(update_fields=["is_active"])
    person.forget_access()
    end_sessions(person)
    leaving.end_tokens(person)
    person.slips.filter(used_at=None).delete()
    record("person.disabled", person, by=by, reason=reason)


@transaction.atomic
def answer(sign_in, was_me, *, here):
    """The person says whether a sign-in was the own one. If not, every session but this one ends."""
    sign_in.was_me = was_me
    sign_in.save(update_fields=["was_me"])
    if not was_me:
        end_sessions(sign_in.person, but=here)
        stranger = {"at": sign_in.at, "device": sign_in.device, "address": sign_in.address}
        record("sign_in.disowned", sign_in.person, by=sign_in.person, after=stranger)


@transaction.atomic
def enable(person, by, reason=""):
    """The person may sign in again, anew."""
    if person.is_active:
        return
    before, person.is_active, person.left_on = person.left_on, True, None
    person.save(update_fields=["is_active", "left_on"])
    person.forget_access()
    record("person.enabled", person, by=by, before={"left_on": before}, reason=reason)


def end_sessions(person, but=None):
    """End the person's sessions, except the one with this key; says how many."""
    return person.sessions.exclude(session_key=but or "").delete()[0]


@transaction.atomic
def set_password(person, password, but=None):
    """A password of one's own; whoever came in with the former one has to come in again."""
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    end_sessions(person, but=but)


def _end_of(day):
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))

"""Erasing what we hold about somebody who left, as far as the law lets us."""

from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from audit.actions import forget_name, record
from org import personal_data
from people import personal
from people.actions.errors import Refused
from people.models import Erasure


@transaction.atomic
def erase(person, *, by, reason):
    """Make the person nobody in particular; returns the report of what had to stay. Twice is once."""
    if done := Erasure.objects.filter(person=person).first():
        return done
    if hindrances := personal.hindrances(person):
        raise Refused("；".join(hindrances))
    kept = [each for holding in personal_data.holdings() for each in holding.erase(person)]
    person.refresh_from_db()
    forget_name(person, person.name)
    erasure = Erasure.objects.create(person=person, by=by, reason=reason, kept=[_plain(each) for each in kept])
    record("person.erased", person, by=by, after={"kept": erasure.kept}, reason=reason)
    return erasure


def _plain(kept):
    return {key: str(value) if key != "count" else value for key, value in asdict(kept).items()}


def pseudonym(person):
    return _("已注销同事 %(mark)s") % {"mark": person.uid[:6]}

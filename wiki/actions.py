"""The life of a 制度: editions that come into force on a day, repeal, replacement."""

from django.db import transaction

from access import rules
from audit.actions import record
from content.errors import WrongPlace
from wiki.models import Edition, Replacement


def note_edition(regulation, publication, *, issued_on, effective_on, at=None):
    """Write down the edition this publication makes. The one before ends on the day the new one begins."""
    last = regulation.editions.first()
    edition, is_new = Edition.objects.update_or_create(
        regulation_id=regulation.pk,
        revision=publication.revision,
        defaults={"issued_on": issued_on, "effective_on": effective_on, "approved_by": publication.by},
        create_defaults={
            "issued_on": issued_on,
            "effective_on": effective_on,
            "approved_by": publication.by,
            "number": last.number + 1 if last else 1,
        },
    )
    if is_new:
        earlier = regulation.editions.exclude(pk=edition.pk).filter(repealed_on=None)
        earlier.filter(effective_on__lte=effective_on).update(repealed_on=effective_on)
    record("regulation.edition", regulation, by=publication.by, after={"edition": edition.number, "from": effective_on})
    return edition


@transaction.atomic
def repeal(regulation, *, on, by, reason):
    """End a regulation on a day. Its text stays readable and says so."""
    rules.require(by, "publish", regulation)
    ended = regulation.editions.filter(repealed_on=None)
    if not ended.exists():
        raise WrongPlace
    ended.update(repealed_on=on)
    record("regulation.repealed", regulation, by=by, after={"on": on}, reason=reason)


@transaction.atomic
def replace(older, *, with_, on, by):
    """Say that a newer regulation takes the place of an older one, which ends on that day."""
    rules.require(by, "publish", with_)
    rules.require(by, "publish", older)
    if older.pk == with_.pk:
        raise WrongPlace
    Replacement.objects.get_or_create(newer_id=with_.pk, older_id=older.pk)
    older.editions.filter(repealed_on=None).update(repealed_on=on)
    record("regulation.replaced", older, by=by, after={"by": with_.uid, "on": on})

"""The life of a 制度: editions that come into force on a day, repeal, replacement."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access import rules
from audit.actions import record
from content.errors import WrongPlace
from content.models import ContentPage
from ui.days import today
from wiki.bringing import said_by_file
from wiki.models import Edition, Replacement


def note_edition(regulation, publication):
    """Write down the edition that an allowed publication makes, in force from the day its form asked for.

    Approvals that come after that day move it: what nobody could read yet bound nobody.
    """
    if "effective_on" not in publication.answers:
        return
    issued_on, effective_on = (date.fromisoformat(publication.answers[name]) for name in ("issued_on", "effective_on"))
    if effective_on > timezone.localdate(publication.asked_at):
        effective_on = max(effective_on, today())
    dates = {"issued_on": issued_on, "effective_on": effective_on, "approved_by": publication.by}
    last = regulation.editions.first()
    edition, _is_new = Edition.objects.update_or_create(
        regulation_id=regulation.pk,
        revision=publication.revision,
        defaults=dates,
        create_defaults={**dates, "number": last.number + 1 if last else said_by_file(regulation).get("number") or 1},
    )
    tell_page(regulation)
    record("regulation.edition", regulation, by=publication.by, after={"edition": edition.number, "from": effective_on})


def tell_page(regulation):
    """Say on the page itself from when until when some edition binds: trees and lists of hits read it there."""
    editions = list(regulation.editions.values_list("effective_on", "repealed_on"))
    ends = [repealed for _effective, repealed in editions]
    ContentPage.objects.filter(pk=regulation.pk).update(
        binds_from=min((effective for effective, _repealed in editions), default=None),
        binds_until=max(ends) if ends and None not in ends else None,
    )


def end_earlier(regulation, publication):
    """The text of an edition is live: the ones before it end on the day it begins."""
    if new := regulation.editions.filter(revision=publication.revision).first():
        earlier = regulation.editions.filter(number__lt=new.number, repealed_on=None)
        earlier.filter(effective_on__lte=new.effective_on).update(repealed_on=new.effective_on)
        tell_page(regulation)


@transaction.atomic
def repeal(regulation, *, on, by, reason, replaced_by=None):
    """End a regulation on a day. Its text stays readable, says so, and leads to what replaces it."""
    rules.require(by, "publish", regulation)
    ended = regulation.editions.filter(repealed_on=None)
    if not ended.exists():
        raise WrongPlace(_("这项制度已经废止，或还没有施行日期。"))
    ended.update(repealed_on=on)
    tell_page(regulation)
    record("regulation.repealed", regulation, by=by, after={"on": on}, reason=reason)
    if replaced_by is not None:
        replace(regulation, with_=replaced_by, on=on, by=by)


@transaction.atomic
def replace(older, *, with_, on, by):
    """Say that a newer regulation takes the place of an older one, which ends on that day."""
    rules.require(by, "publish", with_)
    rules.require(by, "publish", older)
    if older.pk == with_.pk:
        raise WrongPlace
    Replacement.objects.get_or_create(newer_id=with_.pk, older_id=older.pk)
    older.editions.filter(repealed_on=None).update(repealed_on=on)
    tell_page(older)
    record("regulation.replaced", older, by=by, after={"by": with_.uid, "on": on})

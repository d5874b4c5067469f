"""Keep pages true: who maintains them, and who says they are still correct."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from access import rules
from access.reach import reach_of
from audit.actions import record, record_many
from content.errors import NotAtWork, PageLocked, ReasonMissing
from content.locks import why_locked
from content.models import ContentPage, Verification
from content.taking import take
from notifications.actions import notify
from ui.days import today

HOLDS_FOR = timedelta(days=365)  # what “still correct” proposes


@transaction.atomic
def verify(page, *, by, valid_until=None):
    """“仍然正确”: the text as it is was read and holds until a day; a year unless said otherwise."""
    rules.require(by, "edit", page)
    valid_until = valid_until or today() + HOLDS_FOR
    row = Verification.objects.create(page_id=page.pk, by=by, valid_until=valid_until, content_hash=page.content_hash)
    ContentPage.objects.filter(pk=page.pk).update(valid_until=valid_until)
    record("page.verified", page, by=by, after={"valid_until": str(valid_until)})
    return row


@dataclass(frozen=True)
class HandedOver:
    """The pages that have a new maintainer now, and those the new one may not read."""

    given: list
    unreadable: list


@transaction.atomic
def hand_over(pages, *, to, by, reason):
    """Give pages another maintainer, who is told. Pages one does not keep are left out, as if they were not there."""
    if not reason.strip():
        raise ReasonMissing
    if not to.is_active:
        raise NotAtWork
    kept = list(pages.may(by, "keep").exclude(maintainer=to).select_related("maintainer").defer("body"))
    given = [page for page in kept if page.scope_id in reach_of(to).scopes]  # a grant for some days keeps no page
    ContentPage.objects.filter(pk__in=[page.pk for page in given]).update(maintainer=to)
    after = {"maintainer": to.number}
    decisions = [
        (page, "page.handed_over", {"maintainer": page.maintainer and page.maintainer.number}, after) for page in given
    ]
    rows = record_many(decisions, by=by, reason=reason)
    if given:
        notify("page.entrusted", to=[to], actor=by, key=f"{rows[0].pk}", count=len(given), reason=reason)
    return HandedOver(given, [page for page in kept if page not in given])


@transaction.atomic
def lock(page, *, by):
    """Nobody but this person changes the page until it is unlocked; readers notice nothing. Raises PageLocked."""
    rules.require(by, "keep", page)
    take(page)
    if ContentPage.objects.filter(pk=page.pk, locked=False).update(locked=True, locked_by=by, locked_at=timezone.now()):
        record("page.locked", page, by=by)
    elif why := why_locked(ContentPage.objects.get(pk=page.pk), by):
        raise PageLocked(why)


@transaction.atomic
def unlock(page, *, by):
    """By who keeps the page, whoever locked it."""
    rules.require(by, "keep", page)
    page = ContentPage.objects.select_for_update(of=("self",)).select_related("locked_by").get(pk=page.pk)
    if page.locked:
        ContentPage.objects.filter(pk=page.pk).update(locked=False, locked_by=None, locked_at=None)
        record("page.unlocked", page, by=by, before={"locked_by": page.locked_by and page.locked_by.number})

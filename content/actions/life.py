"""Keep pages true: who maintains them, and who says they are still correct."""

from datetime import timedelta

from django.db import transaction

from access import rules
from audit.actions import record
from content.models import ContentPage, Verification
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


@transaction.atomic
def hand_over(pages, *, to, by):
    """Give pages another maintainer. Pages one may not edit are left out; answers how many changed."""
    pages = list(pages.may(by, "edit").select_related("maintainer"))
    for page in pages:
        record(
            "page.handed_over",
            page,
            by=by,
            before={"maintainer": page.maintainer and page.maintainer.number},
            after={"maintainer": to.number},
        )
    return ContentPage.objects.filter(pk__in=[page.pk for page in pages]).update(maintainer=to)

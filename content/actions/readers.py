"""Who reads a page: everybody who reads its place, or fewer."""

from django.db import transaction

from access import audiences, rules
from access.reach import reach_of
from audit.actions import record
from content.errors import MaintainerLeftOut
from content.models import ContentPage
from content.placing import refresh_scopes
from org.models import User


@transaction.atomic
def narrow(page, *, by, rows):
    """Let only these people, among the readers of its place, read the page and what is below it; no rows: all of them.

    Counts from the next request on. The space's stewards always read; a maintainer who reads it must go on doing so.
    """
    rules.require(by, "keep", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk)
    before, could_read = page.audience_id, _maintainer_reads(page)
    page.audience = audiences.intern(rows) if rows else None
    ContentPage.objects.filter(pk=page.pk).update(audience=page.audience)
    refresh_scopes(page)
    page = ContentPage.objects.select_related("scope").get(pk=page.pk)
    if could_read and not _maintainer_reads(page):
        raise MaintainerLeftOut
    record("page.narrowed", page, by=by, before={"audience": before}, after={"audience": page.audience_id})
    return page


def _maintainer_reads(page):
    """Asked anew each time: whoever left reads nothing, and then nobody is left out."""
    return page.maintainer_id and page.scope_id in reach_of(User.objects.get(pk=page.maintainer_id)).scopes

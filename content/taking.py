"""The newest text of a page while others write it: whoever shows it to be acted on, or acts on it, asks here first."""

from django.db.models import F

from content.errors import BadValue
from content.models import CollabDoc

_TOLD = ["latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title"]


def take(page, *, by=None):
    """The page, with what is being written in its room as its latest revision. One query where nothing waits.

    A text that cannot become a revision stays in the room, where whoever mends it finds it.
    """
    if CollabDoc.objects.filter(page_id=page.pk, seq__gt=F("rev_seq")).exists():
        from content.together.revisions import try_to_make

        if try_to_make(page.pk, by=by):
            page.refresh_from_db(fields=_TOLD)
    return page


def refuse_bad_values(page):
    """Raises BadValue where the room says of a field what may not stand there: readers would get something else."""
    doc = CollabDoc.objects.filter(page_id=page.pk).first()
    if doc is None:
        return
    from content.together.states import Damaged
    from content.together.texts import put_values, said_by

    try:
        values = said_by(doc).values
    except Damaged:  # it begins again from the latest revision
        return
    for refused in put_values(page.get_latest_revision_as_object(), values).values():
        raise BadValue(*refused)

"""The newest text of a page while others write it: whoever shows it to be acted on, or acts on it, asks here first."""

from django.db.models import F

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

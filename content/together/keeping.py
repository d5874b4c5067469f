"""What is done with a document now and then, in a thread: made short, mended, turned into a revision."""

import logging
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Revision

from content.models import CollabDoc, ContentPage
from content.together import renewing, store
from content.together.states import Damaged

STILL_WRITING = timedelta(seconds=4)  # somebody whose room is in another process

logger = logging.getLogger("hzh.together")


def shorten(doc_id, epoch, also=b""):
    """Take the log into the state; where that is no text any more, begin a new epoch with the last that was."""
    doc = CollabDoc.objects.filter(pk=doc_id, epoch=epoch).select_related("page").first()
    if doc is None:
        return
    try:
        store.compact(doc_id, also=also)
    except Damaged as error:
        renewing.rebuild(doc.page, why=str(error))


def settle(page_id, doc_id, epoch, also):
    """The last one has left the room: the log is made short, the text becomes a revision, unless others write on."""
    doc = CollabDoc.objects.filter(pk=doc_id).first()
    if doc is None:
        return
    is_quiet = timezone.now() - doc.touched_at > STILL_WRITING
    shorten(doc_id, epoch, also)
    if is_quiet:
        revise(page_id)


def revise(page_id):
    """Turn what was written into a revision, should it say anything new."""
    doc = CollabDoc.objects.filter(page_id=page_id).first()
    if doc is None or not doc.is_ahead:
        return
    from content.together import revisions

    revisions.try_to_make(page_id)


def is_there(page_id):
    return ContentPage.objects.filter(pk=page_id).exists()


def revision_facts(revision_id):
    """What the open editors are told of a new revision."""
    revision = Revision.objects.select_related("user").filter(pk=revision_id).first()
    if revision is None:
        return None
    by = revision.user.name if revision.user else ""
    return {"id": revision.pk, "at": revision.created_at.isoformat(), "by": by}

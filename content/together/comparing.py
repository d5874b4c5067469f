"""Every night: does each page say what its revision says, and its room what it was begun from? Whoever writes `body`
past `save_revision` is passed by nobody; this is where it shows."""

import hashlib
import logging

from audit.actions import record
from audit.models import Decision
from content.models import CollabDoc, ContentPage
from content.together.states import Damaged
from content.together.texts import is_same, said_by

DIFFERS = "page.text_differs"

logger = logging.getLogger("hzh.together")


def compare(said=lambda: None) -> int:
    """How many differ; each difference is logged each night and recorded once. Calls `said` after each page."""
    found = 0
    for doc in CollabDoc.objects.filter(page__live=True).order_by("pk").iterator(chunk_size=50):
        page = ContentPage.objects.select_related("live_revision").filter(pk=doc.page_id).first()
        for where, text in _differences(page, doc) if page else ():
            found += 1
            _tell(page, where, text)
        said()
    return found


def _differences(page, doc):
    """(where, the text that nobody saved)"""
    if page.live_revision and page.body != page.live_revision.content["body"]:
        yield "page", page.body
    if doc.is_ahead:
        return
    try:
        room = said_by(doc).body
    except Damaged as error:
        yield "room", str(error)
        return
    if not is_same(room, doc.base_body):
        yield "room", room


def _tell(page, where, text):
    logger.error("The text of page %s differs from its revision (%s).", page.uid, where)
    facts = {"where": where, "text": hashlib.sha256(text.encode()).hexdigest()[:16]}
    if not Decision.objects.filter(verb=DIFFERS, about_key=page.uid, after=facts).exists():
        record(DIFFERS, page, after=facts)

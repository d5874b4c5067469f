"""A document that begins again: damaged, of another schema, or behind a revision made without it."""

import logging
import uuid

from django.db import transaction
from django.utils import timezone

from audit.actions import record
from content.models import CollabDoc, ContentPage
from content.text.tree import SCHEMA, markdown_of, tree_of
from content.together import states, store

logger = logging.getLogger("hzh.together")


def rebuild(page, *, why="") -> CollabDoc:
    """A new epoch with the last text that was whole: that of the log as far as it goes, else that of the revision.

    Whoever has the old one open must load the page anew. Written down for the log and the record of decisions.
    """
    doc = CollabDoc.objects.get(page_id=page.pk)
    tree, values, kept, lost = _last_whole(doc)
    base = states.seed(doc.base_body, doc.base_values)
    state = base if tree is None else states.follow(base, tree, values)
    has_more = tree is not None and (markdown_of(tree), values) != (
        markdown_of(tree_of(doc.base_body)),
        doc.base_values,
    )
    with transaction.atomic():
        locked = CollabDoc.objects.select_for_update().get(pk=doc.pk)
        if locked.epoch != doc.epoch:
            return locked
        store.keep_credit(locked, locked.seq)
        locked.seq += 1
        locked.state_seq = locked.seq
        locked.rev_seq = locked.seq - 1 if has_more else locked.seq
        locked.epoch, locked.schema, locked.touched_at = uuid.uuid4(), SCHEMA, timezone.now()
        locked.state, locked.base_state = states.pack(state), states.pack(base)
        locked.save()
        locked.updates.all().delete()
        about = ContentPage.objects.get(pk=doc.page_id)
        record("page.text_rebuilt", about, reason=why, after={"kept": kept, "lost": lost, "epoch": str(locked.epoch)})
    logger.error("The text being written on page %s was begun again (%s): %s updates lost.", about.uid, why, lost)
    return locked


def _last_whole(doc):
    """Tree, values, and how many updates of the log were kept and lost. No tree: nothing but the revision is whole."""
    state = states.unpack(doc.state)
    updates = [row.data for row in store.updates_after(doc.pk, doc.state_seq)]
    good = states.longest_whole(state, updates)
    if good < 0:
        return None, {}, 0, len(updates)
    tree, values = states.read(state, *updates[:good])
    return tree, values, good, len(updates) - good


@transaction.atomic
def catch_up(page) -> CollabDoc:
    """Begin from the latest revision again, where nothing was written since the one it knows."""
    locked = CollabDoc.objects.select_for_update().get(page_id=page.pk)
    latest = ContentPage.objects.get(pk=page.pk).specific.get_latest_revision_as_object()
    if locked.is_ahead or locked.base_revision_id == latest.latest_revision_id:
        return locked
    values = store.values_of(latest)
    if (latest.body, values) != (locked.base_body, locked.base_values):
        locked.epoch = uuid.uuid4()
        locked.seq += 1
        locked.state_seq = locked.rev_seq = locked.seq
        locked.state = locked.base_state = states.pack(states.seed(latest.body, values))
        locked.updates.all().delete()
    locked.base_revision_id, locked.base_body, locked.base_values = latest.latest_revision_id, latest.body, values
    locked.save()
    return locked

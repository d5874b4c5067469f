"""A text that was saved elsewhere (an import, a command, the plain editor, the admin, an old version brought back)
while others have the page open: they see it come, and what they are writing stays.

What was changed is found against the text both began from, never against the room's: that would erase what is being
written. The revision holds just what was saved; the room holds both, and they become the next one together.
"""

import logging

from django.db import transaction

from content.models import CollabDoc, ContentPage
from content.text.tree import normal, tree_of
from content.together import revisions, states, store
from content.together.changing import apply_difference, piece_of
from content.together.states import Damaged
from content.together.texts import is_same, said_by

logger = logging.getLogger("hzh.together")


def saved(page, save, asked):
    """What `ContentPage.save_revision` does where the page is open."""
    with transaction.atomic():
        ContentPage.objects.select_for_update().filter(pk=page.pk).values_list("pk").first()
        doc = CollabDoc.objects.select_for_update().filter(page_id=page.pk).first()
        if doc is None:
            return save(**asked)
        try:
            base = _send(page, doc)
        except Damaged as error:  # whoever mends it begins from the text that is saved now
            logger.error("The open text of page %s could not take in what was saved: %s", page.pk, error)
            return save(**asked)
        writers, revision = store.contributions(doc), save(**asked)
        _begin_from(doc, page, base)
        if writers and not doc.is_ahead:  # what they wrote is what was saved
            revisions.credit(revision, page, writers)
        return revision


def catch_up(page, doc):
    """The latest revision was made without the document, which others have written on."""
    latest = page.get_latest_revision_as_object()
    _begin_from(doc, latest, _send(latest, doc))


def _send(page, doc) -> bytes:
    """Add the difference to the log; answers the state that says just what the page says."""
    base, room = states.unpack(doc.base_state), said_by(doc)
    if is_same(page.body, room.body) and store.values_of(page) == room.values:  # the same twice would be there twice
        return room.state
    is_rewritten = not is_same(page.body, doc.base_body)
    values = {name: value for name, value in store.values_of(page).items() if doc.base_values.get(name) != value}
    if not is_rewritten and not values:
        return base
    fork = states.doc_of(base)
    before = fork.get_state()
    if is_rewritten:
        apply_difference(fork, tree_of(page.body))
    states.write_values(fork, values)
    update = fork.get_update(before)
    if doc.is_ahead:
        _keep_what_would_vanish(doc, room, update)
    store.append(doc.pk, [(None, update)])
    doc.refresh_from_db()
    return fork.get_update()


def _keep_what_would_vanish(doc, said, update):
    """Both have changed one block: what stood in the room is a revision of its own, to be fetched from."""
    merged, _values = states.read(said.state, update)
    begun, _values = states.read(states.unpack(doc.base_state))
    written = _blocks(said.tree) - _blocks(begun)
    if not written <= _blocks(merged):
        page = ContentPage.objects.get(pk=doc.page_id).specific
        revisions.keep(page, doc, said)
        doc.refresh_from_db()


def _blocks(tree):
    return {piece_of(block).key for block in normal(tree)["content"]}


def _begin_from(doc, page, base):
    """What is changed from now on is changed from what was saved; the room may say more."""
    is_more = not _says(said_by(doc), states.read(base))
    doc.rev_seq = min(doc.rev_seq, doc.seq - 1) if is_more else doc.seq
    doc.base_revision_id, doc.base_body, doc.base_values = page.latest_revision_id, page.body, store.values_of(page)
    doc.base_state = states.pack(base)
    doc.save(update_fields=["rev_seq", "base_revision", "base_body", "base_state", "base_values"])


def _says(said, base):
    tree, values = base
    return normal(said.tree) == normal(tree) and said.values == values

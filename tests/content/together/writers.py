"""What people type in an open page, as it arrives in the log."""

from content.models import CollabDoc
from content.text.tree import markdown_of, tree_of
from content.together import states, store
from content.together.changing import apply_difference
from tests.content.pages import fresh


def write(page, by, body=None, **values):
    """Somebody makes the text they see say `body`."""
    doc = store.open_doc(fresh(page))
    whole = states.doc_of(store.load(doc.pk)[0])
    before = whole.get_state()
    if body is not None:
        apply_difference(whole, tree_of(body))
    states.write_values(whole, values)
    store.append(doc.pk, [(by.pk, whole.get_update(before))])
    return CollabDoc.objects.get(pk=doc.pk)


def said_in_room(page):
    """The Markdown of what the open editors show."""
    return markdown_of(states.read(store.load(CollabDoc.objects.get(page=page.pk).pk)[0])[0])


def values_in_room(page):
    return states.read(store.load(CollabDoc.objects.get(page=page.pk).pk)[0])[1]


def latest(page):
    return fresh(page).get_latest_revision_as_object()


def count(page):
    return fresh(page).revisions.count()

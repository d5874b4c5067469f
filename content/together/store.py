"""The text that is being written, in the database: opened, appended to, read, made short. Plain Django.

Every change happens under the lock of the row. The log of updates is the truth; rooms and Redis only make it fast.
"""

from typing import NamedTuple

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from content.models import CollabContributor, CollabDoc, CollabUpdate, ContentPage
from content.text.tree import SCHEMA

LONGEST_LOG = 200  # updates
LARGEST_LOG = 256 * 1024  # bytes


class Written(NamedTuple):
    """The numbers one writing was given."""

    first: int
    last: int


class Update(NamedTuple):
    seq: int
    user: int | None
    data: bytes


def values_of(page) -> dict:
    """What is written on a page besides its text."""
    plain = {"title": page.title, "summary": page.summary, "tags": sorted(tag.name for tag in page.tags.all())}
    return plain | page.kind_values()


# ── Opening ──


def open_doc(page) -> CollabDoc:
    """The document of a page, begun from the latest revision where nobody has opened it: whoever comes second reads it.

    One that nothing was added to follows a revision made without us; one of another schema begins anew.
    """
    from content.together import renewing

    doc = CollabDoc.objects.filter(page_id=page.pk).first()
    if doc is None:
        doc = _begin(page)
    if doc.schema != SCHEMA:
        doc = renewing.rebuild(page, why="schema")
    elif doc.base_revision_id != _latest(page.pk) and not doc.is_ahead:
        doc = renewing.catch_up(page)
    return doc


def _begin(page):
    """Reads and converts outside the lock, for that takes its time; looks again within."""
    from content.together import states

    while True:
        latest = ContentPage.objects.get(pk=page.pk).specific.get_latest_revision_as_object()
        revision = latest.latest_revision_id
        values = values_of(latest)
        state = states.pack(states.seed(latest.body, values))
        begun = {
            "schema": SCHEMA,
            "state": state,
            "base_state": state,
            "base_body": latest.body,
            "base_revision_id": revision,
            "base_values": values,
        }
        with transaction.atomic():
            now = ContentPage.objects.select_for_update().filter(pk=page.pk).values_list("latest_revision_id").first()
            if now is not None and now[0] != revision:
                continue
            return CollabDoc.objects.get_or_create(page_id=page.pk, defaults=begun)[0]


def _latest(page_id):
    return ContentPage.objects.filter(pk=page_id).values_list("latest_revision_id", flat=True).first()


# ── The log ──


def append(doc_id, updates, *, epoch=None) -> int:
    """Add what people wrote, as (user id or None, bytes), and answer the new last number. CollabDoc.DoesNotExist
    when the document is gone or of another epoch."""
    written = append_all({doc_id: (epoch, updates)})[doc_id]
    if written is None:
        raise CollabDoc.DoesNotExist
    return written.last


@transaction.atomic
def append_all(batch) -> dict:
    """The same for many documents at once: {doc_id: (epoch, updates)} → {doc_id: Written, or None when it is gone}."""
    locked = CollabDoc.objects.select_for_update().filter(pk__in=batch).order_by("pk")
    found = {pk: (epoch, seq) for pk, epoch, seq in locked.values_list("pk", "epoch", "seq")}
    rows, written, now = [], {}, timezone.now()
    for doc_id, (epoch, updates) in batch.items():
        is_there = doc_id in found and epoch in (None, found[doc_id][0])
        written[doc_id] = Written(found[doc_id][1] + 1, found[doc_id][1] + len(updates)) if is_there else None
        for place, (user, data) in enumerate(updates if is_there else ()):
            seq = written[doc_id].first + place
            rows.append(CollabUpdate(doc_id=doc_id, seq=seq, user_id=user, data=data, size=len(data), at=now))
    CollabUpdate.objects.bulk_create(rows)
    for doc_id, numbers in written.items():
        if numbers and numbers.last >= numbers.first:
            CollabDoc.objects.filter(pk=doc_id).update(seq=numbers.last, touched_at=now)
    return written


def updates_after(doc_id, seq) -> list[Update]:
    rows = CollabUpdate.objects.filter(doc_id=doc_id, seq__gt=seq).order_by("seq").values_list("seq", "user", "data")
    return [Update(number, user, bytes(data)) for number, user, data in rows]


class Whole(NamedTuple):
    """The text as one Yjs update, and the number of the last one in it."""

    state: bytes
    seq: int
    epoch: object
    revision: int | None


def whole(doc_id) -> Whole:
    from content.together import states

    with transaction.atomic():
        doc = CollabDoc.objects.select_for_update().get(pk=doc_id)
        rows = updates_after(doc_id, doc.state_seq)
    state = states.joined(states.unpack(doc.state), *(row.data for row in rows))
    return Whole(state, doc.seq, doc.epoch, doc.base_revision_id)


def load(doc_id) -> tuple[bytes, int]:
    return whole(doc_id)[:2]


class Head(NamedTuple):
    """What a room compares itself with."""

    epoch: object
    seq: int
    state_seq: int
    revision: int | None
    talks: int


def heads(doc_ids) -> dict[int, Head]:
    """One query for all open rooms."""
    columns = ("pk", "epoch", "seq", "state_seq", "base_revision_id", "talks")
    return {pk: Head(*head) for pk, *head in CollabDoc.objects.filter(pk__in=doc_ids).values_list(*columns)}


# ── Making it short ──


def compact(doc_id, *, also=b"") -> bool:
    """Take the log into the state, proved to be a text. `also`: what a room holds, should the log lack some of it.

    Works outside the lock; answers False when somebody else was quicker. Raises Damaged.
    """
    from content.together import states

    doc = CollabDoc.objects.get(pk=doc_id)
    rows = updates_after(doc_id, doc.state_seq)
    if also:
        rows += _append_missing(doc, rows, also)
    if not rows:
        return False
    whole = states.doc_of(states.unpack(doc.state), *(row.data for row in rows))
    vector = whole.get_state()
    through = next((row.seq - 1 for row in rows if states.lacks(vector, row.data)), rows[-1].seq)
    state = whole.get_update()
    states.read(state)
    if through == doc.state_seq:
        return False
    with transaction.atomic():
        locked = CollabDoc.objects.select_for_update().get(pk=doc_id)
        if (locked.epoch, locked.state_seq) != (doc.epoch, doc.state_seq):
            return False
        keep_credit(locked, through)
        locked.state, locked.state_seq = states.pack(state), through
        locked.save(update_fields=["state", "state_seq"])
        locked.updates.filter(seq__lte=through).delete()
    return True


def _append_missing(doc, rows, also):
    """A process that died may have shown others what it never wrote down; who was shown it has it still."""
    from content.together import states

    whole, missing = states.doc_of(states.unpack(doc.state), *(row.data for row in rows)), []
    whole.observe(lambda event: missing.append(event.update))
    whole.apply_update(also)
    missing = [update for update in missing if update != b"\x00\x00"]
    if not missing:
        return []
    last = append(doc.pk, [(None, states.joined(*missing))], epoch=doc.epoch)
    return [row for row in updates_after(doc.pk, rows[-1].seq if rows else doc.state_seq) if row.seq <= last]


# ── Credit ──


def contributions(doc) -> dict[int, int]:
    """Bytes by user id since the latest revision: of what was taken into the state already, and of the log."""
    waiting = CollabContributor.objects.filter(page_id=doc.page_id, revision=None)
    sizes = dict(waiting.values_list("user_id", "size"))
    log = doc.updates.filter(seq__gt=max(doc.rev_seq, doc.state_seq), seq__lte=doc.seq).exclude(user=None)
    for user, size in log.values_list("user").annotate(total=Sum("size")).order_by():
        sizes[user] = sizes.get(user, 0) + size
    return sizes


def keep_credit(doc, through):
    """Before updates leave the log: who wrote what no revision holds yet. Call it under the lock."""
    rows = doc.updates.filter(seq__gt=doc.rev_seq, seq__lte=through).exclude(user=None)
    for user, size in rows.values_list("user").annotate(total=Sum("size")).order_by():
        waiting, _ = CollabContributor.objects.get_or_create(page_id=doc.page_id, user_id=user, revision=None)
        waiting.size += size
        waiting.last_at = timezone.now()
        waiting.save(update_fields=["size", "last_at"])

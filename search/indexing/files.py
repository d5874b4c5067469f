"""Files are found by whoever finds the thing they belong to."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from files import holders
from files.models import Attachment
from search.indexing.changes import ask_for_indexing
from search.models import SearchEntry


def follow(entry, thing):
    """An entry for each file that the live text of the thing uses, and for no other."""
    if not _may_hold(type(thing)):
        return
    shown = set(Attachment.objects.of(thing).filter(is_published=True).values_list("pk", flat=True))
    kind = ContentType.objects.get_for_model(Attachment)
    known = SearchEntry.objects.of(Attachment).filter(root_type=entry.root_type_id, root_id=entry.root_id)
    numbers = set(known.values_list("about_id", flat=True))
    if gone := numbers - shown:
        known.filter(about_id__in=gone).update(is_shown=False, changed_at=timezone.now())
    known.filter(about_id__in=numbers & shown, is_shown=False).update(
        is_shown=entry.is_shown, changed_at=timezone.now()
    )
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(
                about_type=kind,
                about_id=pk,
                root_type_id=entry.root_type_id,
                root_id=entry.root_id,
                kind="file",
                scope_id=entry.scope_id,
                is_shown=entry.is_shown,
                changed_at=timezone.now(),
            )
            for pk in sorted(shown - numbers)
        ],
        ignore_conflicts=True,
    )
    if shown or gone:
        ask_for_indexing()


def _may_hold(model):
    try:
        return holders.holder_of(model)
    except LookupError:
        return None

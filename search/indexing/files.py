"""Files are found by whoever finds the thing they belong to."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from files import holders
from files.models import Attachment
from search.indexing.changes import ask_for_indexing
from search.models import SearchEntry

_twins = []


def twins(function):
    """Register `function(uids) -> uids`: files whose words are found elsewhere, such as what a page was made of."""
    _twins.append(function)
    return function


def follow(changes):
    """An entry for each file that the live text of these uses, and for no other. Two queries if nothing changes."""
    roots = {(holder.pk, each.entry.about_id): each.entry for each in changes if (holder := _holder_of(each.thing))}
    if not roots:
        return
    ids = [pk for _kind, pk in roots]
    kinds = {kind for kind, _pk in roots}
    shown = Attachment.objects.filter(about_type__in=kinds, about_id__in=ids, is_published=True)
    rows = list(shown.values_list("pk", "about_type", "about_id", "uid"))
    twin = {uid for function in _twins for uid in function([row[3] for row in rows])} if rows else set()
    wanted = {pk: (kind, about) for pk, kind, about, uid in rows if uid not in twin}
    mine = SearchEntry.objects.of(Attachment).filter(root_type__in=kinds, root_id__in=ids)
    known = dict(mine.values_list("about_id", "is_shown"))
    changed = [pk for pk, is_shown in known.items() if is_shown != (pk in wanted)]
    now = timezone.now()
    for pk in changed:
        mine.filter(about_id=pk).update(is_shown=pk in wanted, changed_at=now)
    kind = ContentType.objects.get_for_model(Attachment)
    new = [(pk, roots[wanted[pk]]) for pk in sorted(wanted.keys() - known.keys()) if wanted[pk] in roots]
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(
                about_type=kind,
                about_id=pk,
                root_type_id=root.root_type_id,
                root_id=root.root_id,
                kind="file",
                scope_id=root.scope_id,
                is_shown=root.is_shown,
                changed_at=now,
            )
            for pk, root in new
        ],
        ignore_conflicts=True,
    )
    if changed or new:
        ask_for_indexing()


def _holder_of(thing):
    """The content type under which files belong to it, None for what has no files."""
    try:
        return holders.holder_of(type(thing)).kind
    except LookupError:
        return None

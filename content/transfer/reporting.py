"""The report of an import: figures, and one line a file."""

import csv
import io

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from content.models import ImportItem
from content.transfer.telling import OLD_FORMATS, Told

Outcome = ImportItem.Outcome
IMPORTED = (Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.KEPT, Outcome.ATTACHED)
_TO_LOOK_AT = Q(outcome__in=IMPORTED) & (
    ~Q(losses=[]) | ~Q(notes=[]) | ~Q(refusal="") | Q(was__in=OLD_FORMATS) | Q(counts__doubts__gt=0)
)
VIEWS = {"look": _TO_LOOK_AT, "failed": Q(outcome=Outcome.FAILED), "skipped": Q(outcome=Outcome.SKIPPED)}


def figures(run) -> dict:
    """How many files came to which end; one query."""
    return files_of(run).aggregate(
        total=Count("pk"),
        imported=Count("pk", filter=Q(outcome__in=IMPORTED)),
        new=Count("pk", filter=Q(outcome=Outcome.NEW)),
        look=Count("pk", filter=VIEWS["look"]),
        failed=Count("pk", filter=VIEWS["failed"]),
        skipped=Count("pk", filter=VIEWS["skipped"]),
        undone=Count("pk", filter=Q(outcome=Outcome.UNDONE)),
    )


def files_of(run):
    return run.items.exclude(was=ImportItem.Was.FOLDER)


def as_csv(run) -> str:
    """For Excel; a name that it would take for a formula is quoted."""
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow([_("文件"), _("识别为"), _("标题"), _("文号"), _("结果"), _("读到的内容"), _("请看一眼")])
    for told in _told(run):
        sheet.writerow(map(_harmless, told))
    return "\ufeff" + written.getvalue()


def _told(run):
    for item in files_of(run).iterator(chunk_size=500):
        told = Told(item)
        notes = [told.advice, *item.notes] if told.is_refused else told.warnings
        yield (
            item.path,
            told.kind_label,
            told.title,
            told.number,
            item.get_outcome_display(),
            told.found,
            _("；").join(map(str, notes)),
        )


def _harmless(words):
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words

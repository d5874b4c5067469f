"""Slow work of the staff lists, and what ends by the calendar."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

import jobs
from files.tables.errors import Unreadable
from files.tables.sheets import read
from people.actions import imports
from people.models import StaffImport, StaffImportRow
from people.staff import applying
from people.staff.columns import HeaderMissing, find
from people.staff.known import Known
from people.staff.planning import Plan

KEEP_UNCONFIRMED = timedelta(days=7)
KEEP_ROWS = timedelta(days=90)  # so long one can look up what a list changed; the decisions stay
READ_FIELDS = ["header", "sheet", "columns", "lines", "counts", "people_before", "people_after", "read_at", "refusal"]


@jobs.work(imports.READ, lane="slow", tries=3)
def read_staff_list(progress, uid):
    """Read and compare; nothing but the preview is written."""
    staff_import = StaffImport.objects.select_related("unit", "by").get(uid=uid)
    if not staff_import.is_open:
        return
    progress.begin(3)
    with translation.override(staff_import.by.language or settings.LANGUAGE_CODE):  # what is wrong is kept as words
        _read(progress, staff_import)


def _read(progress, staff_import):
    try:
        with staff_import.file.open("rb") as file:
            sheet = read(file.read())
        progress.step()
        columns = find(sheet, staff_import.columns)
        plan = Plan(staff_import, sheet, columns, Known(staff_import.unit))
    except Unreadable as refusal:
        _refuse(staff_import, refusal)
        return
    progress.step()
    _keep(staff_import, sheet, columns, plan)


def _refuse(staff_import, refusal):
    staff_import.refusal = str(refusal)[:500]
    staff_import.header = refusal.header if isinstance(refusal, HeaderMissing) else []
    staff_import.read_at = timezone.now()
    staff_import.save(update_fields=["refusal", "header", "read_at"])


@transaction.atomic
def _keep(staff_import, sheet, columns, plan):
    staff_import.rows.all().delete()
    StaffImportRow.objects.bulk_create(plan.rows, batch_size=1000)
    staff_import.header, staff_import.sheet = columns.header, sheet.title[:200]
    staff_import.columns, staff_import.lines = columns.places, len(plan.lines)
    staff_import.counts = plan.counts
    staff_import.people_before, staff_import.people_after = plan.before, plan.after
    staff_import.read_at, staff_import.refusal = timezone.now(), ""
    staff_import.save(update_fields=READ_FIELDS)


@jobs.work(imports.APPLY, lane="slow")
def apply_staff_list(progress, uid):
    """Write what was confirmed, batch by batch; goes on where it was interrupted."""
    staff_import = StaffImport.objects.select_related("unit", "confirmed_by").get(uid=uid)
    progress.begin(staff_import.changes)
    applying.apply(staff_import, progress)
    imports.finish(staff_import)


@jobs.daily("03:40", name="people.forget_old_lists")
def forget_old_lists():
    """A list that nobody confirmed within a week is dropped, names and all."""
    for staff_import in StaffImport.objects.filter(
        confirmed_at=None, cancelled_at=None, at__lt=timezone.now() - KEEP_UNCONFIRMED
    ).select_related("by")[:50]:
        imports.cancel(staff_import, by=staff_import.by)
    StaffImportRow.objects.filter(staff_import__applied_at__lt=timezone.now() - KEEP_ROWS).delete()

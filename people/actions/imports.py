"""A staff list is brought, read, looked over, and applied."""

import hashlib

from django.db import transaction
from django.utils import timezone

import jobs
from audit.actions import record
from people.models import StaffImport

READ, APPLY = "people.read_staff_list", "people.apply_staff_list"


class Stale(Exception):
    """People have changed since the list was compared; it is being compared anew."""


class LeaversNotTyped(Exception):
    """Many would leave, and their number was not typed."""


@transaction.atomic
def bring(upload, *, unit, is_complete, by):
    """Keep the file and have it read in the background."""
    digest = hashlib.file_digest(upload.file, "sha256").hexdigest()
    upload.seek(0)
    staff_import = StaffImport.objects.create(
        unit=unit, by=by, name=upload.name[-200:], file=upload, digest=digest, is_complete=is_complete
    )
    _have_it_read(staff_import)
    record("staff_list.brought", staff_import, by=by, after={"unit": unit.uid, "digest": digest})
    return staff_import


@transaction.atomic
def read_again(staff_import, *, columns=None, replacements=None):
    """Read the same file once more: with columns pointed out, with a guess accepted, or because people changed."""
    staff_import = _locked(staff_import)
    if not staff_import.is_open:
        return
    staff_import.columns |= columns or {}
    staff_import.replacements |= replacements or {}
    staff_import.round += 1
    staff_import.read_at, staff_import.refusal = None, ""
    staff_import.save(update_fields=["columns", "replacements", "round", "read_at", "refusal"])
    _have_it_read(staff_import)


def _have_it_read(staff_import):
    jobs.due(READ, key=f"{staff_import.uid}:{staff_import.round}", payload={"uid": staff_import.uid})


def confirm(staff_import, *, by, leavers=None):
    """Somebody looked it over and says yes. Twice is once. Raises Stale or LeaversNotTyped."""
    with transaction.atomic():
        staff_import = _locked(staff_import)
        if not (staff_import.is_open and staff_import.is_ready):
            return
        is_stale = staff_import.is_stale()
        if not is_stale:
            _confirm(staff_import, by, leavers)
    if is_stale:
        read_again(staff_import)
        raise Stale


def _confirm(staff_import, by, leavers):
    if staff_import.asks_for_leavers and leavers != staff_import.leavers:
        raise LeaversNotTyped
    staff_import.confirmed_at, staff_import.confirmed_by = timezone.now(), by
    staff_import.save(update_fields=["confirmed_at", "confirmed_by"])
    jobs.due(APPLY, key=staff_import.uid, payload={"uid": staff_import.uid})
    record("staff_list.confirmed", staff_import, by=by, after={"unit": staff_import.unit.uid, **staff_import.counts})


@transaction.atomic
def cancel(staff_import, *, by):
    """Nothing of it happens; what was read from the file is forgotten."""
    staff_import = _locked(staff_import)
    if not staff_import.is_open:
        return
    staff_import.cancelled_at = timezone.now()
    staff_import.save(update_fields=["cancelled_at"])
    staff_import.rows.all().delete()
    _drop_file(staff_import)
    record("staff_list.cancelled", staff_import, by=by)


def finish(staff_import):
    """All parts are written: say so, tell who asked, and keep the list of names no longer than needed."""
    from notifications.actions import notify

    with transaction.atomic():
        staff_import = _locked(staff_import)
        if staff_import.applied_at:
            return
        staff_import.applied_at = timezone.now()
        staff_import.save(update_fields=["applied_at"])
        _drop_file(staff_import)
        counts = staff_import.counts
        record("staff_list.applied", staff_import, by=staff_import.confirmed_by, after=counts)
        notify(
            "people.imported",
            to=[staff_import.confirmed_by],
            about=staff_import,
            key=f"people.imported:{staff_import.uid}",
            unit=str(staff_import.unit),
            changes=staff_import.changes,
        )


def _locked(staff_import):
    return StaffImport.objects.select_for_update().select_related("unit").get(pk=staff_import.pk)


def _drop_file(staff_import):
    file = staff_import.file
    transaction.on_commit(lambda: file.storage.delete(file.name))

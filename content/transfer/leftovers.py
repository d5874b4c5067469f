"""What was carried in and out: kept a week, then nothing of it stays on the disk."""

import shutil
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from content.models import Export, ImportItem, ImportRun

KEPT = timedelta(days=7)


def clear(now=None):
    """Old exports, imports nobody confirmed, and the files of those that are over or have waited for a week."""
    before = (now or timezone.now()) - KEPT
    Export.objects.filter(made_at__lt=before).delete()
    ImportRun.objects.filter(confirmed_at=None, started_at=None, made_at__lt=before).delete()
    _end_paused(before)
    _clear_exports(before)
    _clear_imports(before)


def _end_paused(before):
    """Paused for a week: what was planted stays, the rest is over."""
    paused = ImportRun.objects.filter(finished_at=None, paused_at__lt=before)
    rest = ImportItem.objects.filter(run__in=paused, outcome=ImportItem.Outcome.WAITING)
    rest.update(outcome=ImportItem.Outcome.SKIPPED)
    paused.update(stopped_at=F("paused_at"), finished_at=F("paused_at"), paused_at=None)


def _clear_exports(before):
    for archive in (Path(settings.VAR) / "exports").glob("*.*"):
        if archive.stat().st_mtime < before.timestamp():
            archive.unlink(missing_ok=True)


def _clear_imports(before):
    """A run under way needs its files, and one that ended may be tried again for a week."""
    needed = ImportRun.objects.filter(Q(finished_at=None) | Q(finished_at__gte=before)).values_list("uid", "source")
    uids, sources = {uid for uid, _ in needed}, {source for _, source in needed}
    for place in (Path(settings.VAR) / "imports").glob("*"):
        is_needed = place.name in uids or str(place) in sources
        if not is_needed and place.stat().st_mtime < before.timestamp():
            shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)

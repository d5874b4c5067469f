"""Archives that were carried in and out: kept a week, then nothing of them stays on the disk."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from content.models import Export, ImportRun

KEPT = timedelta(days=7)
FOLDERS = ("exports", "imports")  # below VAR


def clear(now=None):
    """Old exports, imports nobody started, and their archives; that of an import under way or paused stays."""
    before = (now or timezone.now()) - KEPT
    Export.objects.filter(made_at__lt=before).delete()
    ImportRun.objects.filter(started_at=None, made_at__lt=before).delete()
    needed = {Path(source) for source in ImportRun.objects.filter(finished_at=None).values_list("source", flat=True)}
    for folder in FOLDERS:
        for archive in (Path(settings.VAR) / folder).glob("*.*"):
            if archive not in needed and archive.stat().st_mtime < before.timestamp():
                archive.unlink(missing_ok=True)

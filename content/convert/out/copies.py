"""A copy of a page: asked for in a request, drawn by a worker, fetched while it says what the page says."""

import logging
import os
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.utils import timezone, translation

from audit.actions import record
from content.convert.out import running
from content.convert.out.errors import NotDrawn
from content.convert.out.sheet import Sheet, page_for
from content.models import PageCopy
from jobs import due

KEPT = timedelta(days=1)  # the fingerprint has the date in it: yesterday's copies are stale
_log = logging.getLogger(__name__)


@transaction.atomic
def ask(sheet, form) -> PageCopy:
    """The copy of this sheet: there already, or made soon. Asking twice is asking once."""
    own = {"page_id": sheet.page.pk, "by": sheet.user, "form": form}
    copy, is_new = PageCopy.objects.select_for_update().get_or_create(**own, defaults={"made_of": sheet.made_of})
    if not is_new:
        if copy.made_of == sheet.made_of and (copy.is_waiting or copy.is_ready):
            return copy
        copy.place.unlink(missing_ok=True)
        copy.made_of, copy.asked_at, copy.finished_at, copy.trouble = sheet.made_of, timezone.now(), None, ""
        copy.save()
    record("page.exported", sheet.page, by=sheet.user, after={"form": form, "version": str(sheet.cover.version)})
    payload = {"copy": copy.pk, "language": translation.get_language()}
    due("content.copy", key=copy.uid, payload=payload, lane="slow", again=True)
    return copy


def of(sheet, form):
    """The copy this person asked for, or None: also where the page says something else by now."""
    return PageCopy.objects.filter(page=sheet.page.pk, by=sheet.user, form=form, made_of=sheet.made_of).first()


def make(pk, *, language, each_second=lambda: None):
    """Draw it, as its asker sees the page now. One that is there already costs nothing."""
    copy = PageCopy.objects.select_related("by", "page").filter(pk=pk).first()
    if copy is None or not copy.is_waiting:
        return
    try:
        with translation.override(language):
            sheet = Sheet(*page_for(copy.by, copy.page.uid), user=copy.by)
            copy.made_of = sheet.made_of  # it may have changed since it was asked for
            draw(sheet, copy.form, copy.place, each_second=each_second)
    except Http404:  # closed to this person since
        copy.delete()
        return
    except NotDrawn as problem:
        _log.warning("Copy %s: %s", copy.uid, problem)
        copy.trouble = problem.reason
    # Asked for anew meanwhile, of a page that changed: then this one is nobody's, and the next try makes it.
    same = PageCopy.objects.filter(pk=pk, asked_at=copy.asked_at)
    if not same.update(made_of=copy.made_of, finished_at=timezone.now(), trouble=copy.trouble):
        copy.place.unlink(missing_ok=True)


def draw(sheet, form, to: Path, *, each_second=lambda: None):
    """The file of one page, whole or not there at all. Raises NotDrawn."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=to.parent, prefix="drawing-") as name:
        folder = Path(name)
        sheet.write(folder)
        os.replace(running.draw(form, folder, each_second=each_second), to)


def clear(now=None):
    """Copies of yesterday go, and whatever lies about without a row."""
    before = (now or timezone.now()) - KEPT
    PageCopy.objects.filter(asked_at__lt=before).delete()
    for file in (Path(settings.VAR) / "copies").glob("*.*"):
        if file.is_file() and file.stat().st_mtime < before.timestamp():
            file.unlink(missing_ok=True)

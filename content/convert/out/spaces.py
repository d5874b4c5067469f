"""A space as one zip of PDF or Word files, in folders as in the tree, with the files its pages name."""

import shutil
import zipfile
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.actions import record
from content.convert.out import copies
from content.convert.out.errors import NotDrawn
from content.convert.out.sheet import Sheet
from content.text.words import file_uids
from content.transfer.exporting import names_of, pages_of
from files.models import Attachment
from files.queries import to_take


def carry_out(asked, progress):
    """Page after page into a folder of its own: a killed worker's successor goes on where it stopped."""
    pages = pages_of(asked.space, by=asked.by, only=asked.only)
    archive = Path(settings.VAR) / "exports" / f"{asked.uid}.zip"
    parts = archive.with_suffix("")
    progress.begin(total=len(pages))
    failed = []
    for done, page in enumerate(pages):
        sheet = Sheet(page, user=asked.by)
        part = _part(parts, asked, sheet)
        if not part.is_file():
            try:
                copies.draw(sheet, asked.form, part, each_second=lambda: progress.step(by=0))
            except NotDrawn:
                failed.append(page)
        progress.step(by=max(0, done + 1 - progress.done))
    _write(asked, pages, parts, archive, failed)
    shutil.rmtree(parts, ignore_errors=True)
    asked.place, asked.finished_at = archive.name, timezone.now()
    asked.pages, asked.contains = len(pages) - len(failed), [page.uid for page in pages]
    asked.save(update_fields=["place", "finished_at", "pages", "contains"])
    record("space.exported", asked.space, by=asked.by, after={"pages": asked.pages, "form": asked.form})


def _part(parts, asked, sheet):
    """Named by what it shows, so that a page that changed meanwhile is drawn anew."""
    return parts / f"{sheet.page.uid}-{sheet.made_of}.{asked.form}"


def _write(asked, pages, parts, archive, failed):
    archive.parent.mkdir(parents=True, exist_ok=True)
    names = names_of(asked.space, pages, with_uid=False)
    whole = archive.with_suffix(".part")
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as made:  # PDF and Word are packed already
        for page in pages:
            drawn = next(parts.glob(f"{page.uid}-*.{asked.form}"), None)
            if drawn is not None:
                made.write(drawn, f"{names[page.path]}.{asked.form}")
            _add_files(made, names[page.path], page, asked.by)
        if failed:
            made.writestr(_("没有导出的页面.txt"), "\n".join(page.title for page in failed) + "\n")
    whole.replace(archive)


def _add_files(made, folder, page, user):
    """Attachments beside their page, where they may be taken away; pictures are in it."""
    for uid, held in sorted(to_take(user, file_uids(page.body)).items()):
        if isinstance(held, Attachment):
            with held.file.open() as content:
                made.writestr(f"{folder}/{uid}-{held.name}", content.read())

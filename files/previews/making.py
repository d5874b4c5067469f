"""Making the view of one Office file."""

import tempfile
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils import timezone

import jobs
from files import office
from files.choices import PreviewState
from files.models import Preview
from jobs.outcomes import Lost, Paused, Stopped

MOST_TRIES = 3  # converters, or workers, that one file may take with it
ABSENT = 600  # seconds until we look again for LibreOffice
GIVEN_UP, GONE = "given_up", "gone"


def make(attachment_id, *, each_second=lambda: None):
    """Once; every file comes to an end with a PDF or with the reason why there is none."""
    preview = Preview.objects.filter(attachment_id=attachment_id).select_related("attachment").first()
    if preview is None or preview.state != PreviewState.WAITING:
        return
    if twin := Preview.objects.twin_of(preview.attachment):
        _share(preview, twin)
        return
    if not office.is_there():
        raise jobs.Later(ABSENT)
    preview.begin()
    if preview.tries > MOST_TRIES:
        _fail(preview, GIVEN_UP)
        return
    try:
        _convert(preview, each_second)
    except office.Failed as reason:
        _fail(preview, str(reason.code))
    except FileNotFoundError:
        _fail(preview, GONE)
    except (Lost, Paused, Stopped):  # the file is not to blame
        preview.take_back()
        raise


def _convert(preview, each_second):
    original = Path(preview.attachment.file.path)
    if not original.exists():
        raise FileNotFoundError(original)
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        made = office.to_pdf(original, Path(folder), each_second=each_second)
        with open(made, "rb") as content:
            _keep(preview, File(content))


def _keep(preview, content):
    """The bytes are copied before the row is written; they go again should the attachment be gone by then."""
    storage, place = preview.file.storage, preview.file.field.generate_filename(preview, "")
    storage.delete(place)  # of a worker that was killed here
    _point_to(preview, storage.save(place, content))


def _share(preview, twin):
    storage, place = preview.file.storage, preview.file.field.generate_filename(preview, "")
    storage.delete(place)
    _point_to(preview, storage.twin(twin.file.name, place))


def _point_to(preview, name):
    facts = {"state": PreviewState.DONE, "file": name, "why": "", "tries": 0, "at": timezone.now()}
    with transaction.atomic():
        if not Preview.objects.filter(pk=preview.pk, tries=preview.tries).update(**facts):
            preview.file.storage.delete(name)


def _fail(preview, why):
    facts = {"state": PreviewState.FAILED, "why": why[:40], "at": timezone.now()}
    Preview.objects.filter(pk=preview.pk, tries=preview.tries).update(**facts)

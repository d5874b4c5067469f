"""Reading one attachment and keeping what was found."""

from django.db import transaction
from django.utils import timezone

from files.choices import ExtractionState
from files.extraction import confining
from files.extraction.listening import tell_all
from files.models import ExtractedText, Extraction
from files.readers import VERSION
from files.readers.paper import Ending

MOST_TRIES = 3  # readers, or workers, that one file may take with it
ROWS = 200  # at a time


def extract(attachment_id, *, each_second=lambda: None):
    """Read the text of an attachment, once; every file comes to an end with a state and words for operators."""
    extraction = Extraction.objects.filter(attachment_id=attachment_id).select_related("attachment").first()
    if extraction is None or extraction.is_current:
        return
    extraction.begin()
    try:
        reading = _reading(extraction, each_second)
    except confining.Killed:
        raise  # to try again: this one counts
    except BaseException:  # asked to stop, or the database is away: the file is not to blame
        extraction.take_back()
        raise
    _keep(extraction, reading)


def _reading(extraction, each_second):
    attachment = extraction.attachment
    if extraction.tries > MOST_TRIES:
        return confining.Reading(Ending("unreadable", 0, f"It was given up after {MOST_TRIES} tries."))
    if twin := Extraction.objects.twin_of(attachment):
        ending = Ending(twin.state, twin.pages, twin.error)
        return confining.Reading(ending, list(twin.texts.values_list("anchor", "name", "text")))
    try:
        with attachment.open_file() as file:
            return confining.read(file, attachment.type.extension, each_second=each_second)
    except FileNotFoundError as error:
        return confining.Reading(Ending("unreadable", 0, str(error)))


def _keep(extraction, reading):
    """All at once, unless another worker took over meanwhile or the attachment went."""
    ending = reading.ending
    found = {"state": ExtractionState(ending.state), "pages": ending.pages, "error": ending.why}
    rows = [
        ExtractedText(extraction=extraction, number=number, anchor=anchor, name=name, text=text)
        for number, (anchor, name, text) in enumerate(reading.parts)
    ]
    mine = Extraction.objects.filter(pk=extraction.pk, tries=extraction.tries)
    with transaction.atomic():
        if mine.update(**found, made_by=VERSION, tries=0, at=timezone.now()):
            extraction.texts.all().delete()
            ExtractedText.objects.bulk_create(rows, batch_size=ROWS)
            extraction.refresh_from_db()
            tell_all(extraction.attachment)

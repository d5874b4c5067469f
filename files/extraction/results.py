"""What is known of the text in an attachment, for search and for people."""

from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from files.choices import ExtractionState
from files.readers import READERS

SILENT = (ExtractionState.WAITING, ExtractionState.DONE)
# People expect to find what is written in these too, and no reader of ours opens them.
DOCUMENTS_WITHOUT_READER = {"doc", "xls", "ppt", "wps", "et", "dps", "rtf", "odt", "ods", "odp", "ofd"}


class Text(NamedTuple):
    """`place` is what a hit names (第 3 页, a sheet, a heading), `anchor` the same for programs: page=3."""

    place: str
    anchor: str
    text: str


def texts_of(attachment) -> list[Text]:
    """Its text in order, part by part; empty where there is none or not yet. One query, two without its extraction."""
    extraction = _extraction_of(attachment)
    if extraction is None:
        return []
    parts = extraction.texts.values_list("name", "anchor", "text")
    return [Text(place_of(anchor, name), anchor, text) for name, anchor, text in parts]


def state_of(attachment) -> ExtractionState | None:
    """How far it got; None where no reader opens such files. No query after `with_extraction()`."""
    extraction = _extraction_of(attachment)
    if extraction is not None:
        return ExtractionState(extraction.state)
    return ExtractionState.WAITING if attachment.type.extension in READERS else None


def note_of(extension, state) -> str:
    """What people should know beside a file: that search does not look into it, and why. Mostly nothing."""
    if extension in DOCUMENTS_WITHOUT_READER:
        return _("旧格式，无法检索") if extension in ("doc", "xls", "ppt") else _("这种格式无法检索")
    if not state or state in SILENT:
        return ""
    if extension == "pdf" and state == ExtractionState.NO_TEXT:
        return _("扫描件，无法检索")
    return str(ExtractionState(state).label)


def place_of(anchor, name="") -> str:
    """The place in the words of the reader's language."""
    if name:
        return name
    kind, _equals, number = anchor.partition("=")
    if kind == "page":
        return _("第 %(number)s 页") % {"number": number}
    if kind == "slide":
        return _("第 %(number)s 张幻灯片") % {"number": number}
    return ""


def _extraction_of(attachment):
    try:
        return attachment.extraction
    except (AttributeError, ObjectDoesNotExist):  # a picture has none at all
        return None

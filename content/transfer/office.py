"""Old formats by way of LibreOffice, where the server has it."""

from content.convert.refusing import CODES, Refused

NO_OFFICE = "no_office"
OLD = ("doc", "wps", "rtf", "odt")


def as_docx(place, kind, folder, *, each_second=lambda: None):
    """The file as Word 2007 has it. Raises Refused."""
    office = _room()
    if office is None or not office.is_there():
        raise Refused(NO_OFFICE)
    try:
        return office.to_docx(place, kind, folder, each_second=each_second)
    except office.Failed as failed:
        raise Refused(failed.code if failed.code in CODES else "broken", failed) from failed


def as_png(place, folder):
    """A drawing (EMF, WMF) as a picture that browsers show, or None."""
    office = _room()
    if office is None or not hasattr(office, "picture_to_png") or not office.is_there():
        return None
    try:
        return office.picture_to_png(place, folder)
    except office.Failed:
        return None


def _room():
    try:
        from files import office
    except ImportError:
        return None
    return office

"""What LibreOffice does for us where it is installed: old formats made new, pages to show, pictures of Windows.

It starts from nothing each time, without network, macros or any file but the ones it is given, and ends with all it
holds. What it cannot do raises Failed with a code of `errors`.
"""

from files.office.errors import Failed
from files.office.finding import is_there, words_when_missing
from files.office.running import many, one

__all__ = ["Failed", "is_there", "many", "to_docx", "to_pdf", "words_when_missing"]


def to_pdf(path, folder, *, extension="", each_second=lambda: None):
    """Word, Excel, PowerPoint, WPS, OpenDocument: where the PDF lies below the folder. Raises Failed."""
    return one(path, extension or path.suffix.lstrip(".").lower(), "pdf", folder, each_second=each_second)


def to_docx(path, kind, folder, *, each_second=lambda: None):
    """`kind`: doc, wps, rtf, odt. Where the docx lies below the folder. Raises Failed."""
    return one(path, kind, "docx:MS Word 2007 XML", folder, each_second=each_second)

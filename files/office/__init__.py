"""What LibreOffice does for us where it is installed: old formats made new, pages to show, pictures of Windows.

It starts from nothing each time, without network, macros or any file but the ones it is given, and ends with all it
holds. What it cannot do raises Failed with a code of `errors`.
"""

from files.office.errors import Failed
from files.office.finding import is_there, words_when_missing
from files.office.pictures import to_png
from files.office.running import many, one

DOCX = "docx:MS Word 2007 XML"
__all__ = [
    "Failed",
    "is_there",
    "many",
    "many_to_docx",
    "picture_to_png",
    "pictures_to_png",
    "to_docx",
    "to_pdf",
    "words_when_missing",
]


def to_pdf(path, folder, *, extension="", each_second=lambda: None):
    """Word, Excel, PowerPoint, WPS, OpenDocument: where the PDF lies in the folder. Raises Failed."""
    return one(path, extension or path.suffix.lstrip(".").lower(), "pdf", folder, each_second=each_second)


def to_docx(path, kind, folder, *, each_second=lambda: None):
    """`kind`: doc, wps, rtf, odt. Where the docx lies in the folder. Raises Failed."""
    return one(path, kind, DOCX, folder, each_second=each_second)


def many_to_docx(files, folder, *, each_second=lambda: None):
    """[(path, kind)] → where each lies in the folder, or Failed. One start serves twenty."""
    return many(files, DOCX, folder, each_second=each_second)


def pictures_to_png(paths, folder, *, each_second=lambda: None):
    """EMF and WMF: a list of where each lies in the folder as PNG, cut to what is drawn, or Failed."""
    return to_png(paths, folder, each_second=each_second)


def picture_to_png(path, folder, *, each_second=lambda: None):
    """Raises Failed."""
    [made] = to_png([path], folder, each_second=each_second)
    if isinstance(made, Failed):
        raise made
    return made

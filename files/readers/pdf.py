"""PDF, page by page."""

import ctypes

import pypdfium2 as pdfium
from pypdfium2 import raw

from files.readers.paper import Cut, Encrypted, Ending, Unreadable
from files.readers.words import paragraphs, tidy

MOST_PAGES = 5_000
FEW = 40  # characters: a page with a picture and no more words than that is a scan, whatever was stamped on it


def read(file, paper):
    document = _open(file)
    pages = len(document)
    broken, scans, stamps = 0, 0, set()
    for number in range(1, min(pages, MOST_PAGES) + 1):
        try:
            words, is_scan = _page(document, number - 1)
        except pdfium.PdfiumError:
            broken += 1
            continue
        paper.begin(f"page={number}")
        paper.add(words)
        scans += is_scan
        stamps.add(tidy(words) if is_scan else None)
    paper.end()
    if pages > MOST_PAGES:
        raise Cut(f"More than {MOST_PAGES} pages.")
    if pages and broken == pages:
        raise Unreadable("No page can be read.")
    if pages > 1 and scans == pages and len(stamps) == 1:
        return Ending("no_text", pages, "Pictures only, with the same words on each.")
    if broken or scans * 2 >= pages > 0:
        return Ending("partly", pages, f"{scans} of {pages} pages are pictures, {broken} cannot be read.")
    return Ending("done", pages)


def _open(file):
    try:
        return pdfium.PdfDocument(file)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Encrypted from None
        raise Unreadable(str(error)) from None


def _page(document, index):
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            words = paragraphs(_words(text))
        finally:
            text.close()
        return words, _is_scan(page, words)
    finally:
        page.close()


def _words(text):
    """All of them in one call; pypdfium2's own way looks at each character for gaps first."""
    length = text.count_chars()
    if length <= 0:
        return ""
    buffer = (ctypes.c_ushort * (length * 2 + 2))()
    got = raw.FPDFText_GetText(text, 0, length, buffer)
    return bytes(buffer)[: max(0, got - 1) * 2].decode("utf-16-le", "ignore")


def _is_scan(page, words):
    """One picture over most of the page; a page without any word is one too, unless it is blank."""
    if len(words) >= FEW:
        return False
    if not words.strip():
        drawn = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
        return next(page.get_objects(filter=drawn, max_depth=3), None) is not None
    most = page.get_width() * page.get_height() / 2
    return any(_area(picture) > most for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _area(thing):
    left, bottom, right, top = thing.get_bounds()
    return (right - left) * (top - bottom)

"""What somebody who opens the PDF reads in it."""

import ctypes
import re

import pypdfium2
import pypdfium2.raw as raw


def pages_of(path):
    """The words of each page, without blanks: lines break where paper ends."""
    return [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(path)]


def squeezed(words):
    return re.sub(r"\s+", "", words).replace("\ufffe", "")


def fonts_of(path):
    """{name: is embedded} of every font that draws a word."""
    fonts = {}
    for page in pypdfium2.PdfDocument(path):
        for thing in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
            font, name = raw.FPDFTextObj_GetFont(thing), ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, name, len(name))
            fonts[name.value.decode()] = bool(raw.FPDFFont_GetIsEmbedded(font))
    return fonts


def addresses_in(path):
    """Where the links lead that leave the document."""
    document, found = pypdfium2.PdfDocument(path), []
    for page in document:
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, place, link):
            action = raw.FPDFLink_GetAction(link)
            size = raw.FPDFAction_GetURIPath(document, action, None, 0)
            words = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, words, size)
            found.append(words.value.decode())
    return found

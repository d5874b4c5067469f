"""What lies in files: pictures, attachments, and the text found in these."""

from files.models.extractions import ExtractedText, Extraction
from files.models.held import HELD, Attachment, Held, Picture, PictureRendition, place_of

__all__ = [
    "HELD",
    "Attachment",
    "ExtractedText",
    "Extraction",
    "Held",
    "Picture",
    "PictureRendition",
    "place_of",
]

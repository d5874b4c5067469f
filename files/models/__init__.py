"""What lies in files: pictures, attachments, the text found in these and the PDFs by which they are viewed."""

from files.models.extractions import ExtractedText, Extraction
from files.models.held import HELD, Attachment, Held, Picture, PictureRendition, place_of
from files.models.previews import Preview

__all__ = [
    "HELD",
    "Attachment",
    "ExtractedText",
    "Extraction",
    "Held",
    "Picture",
    "PictureRendition",
    "Preview",
    "place_of",
]

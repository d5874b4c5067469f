"""The text in attachments: what can be searched, where in the file it stands, and why not where it cannot.

from files.extraction import Text, note_of, on_extracted, state_of, texts_of
"""

from files.extraction.asking import ask_for
from files.extraction.listening import on_extracted
from files.extraction.results import Text, note_of, place_of, state_of, texts_of

__all__ = ["Text", "ask_for", "note_of", "on_extracted", "place_of", "state_of", "texts_of"]

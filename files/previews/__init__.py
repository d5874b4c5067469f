"""Office files are viewed as a PDF that is made in the background, once, when somebody first asks."""

from files.previews.asking import ask_again, ask_for, preview_of
from files.previews.saying import why_none

__all__ = ["ask_again", "ask_for", "preview_of", "why_none"]

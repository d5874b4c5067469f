"""The bell in the frame."""

from ui import shell

shell.register_place("inbox", "notifications:inbox")

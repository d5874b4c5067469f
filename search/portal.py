"""The search box in the frame."""

from ui import shell

shell.register_place("search", "search:results")
shell.register_place("suggestions", "search:suggestions")

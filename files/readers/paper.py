"""What readers write on: parts of text, up to a limit."""

from typing import NamedTuple

from files.readers.words import tidy

MOST_CHARACTERS = 1_000_000
MOST_PARTS = 5_000
LONGEST_NAME = 80  # characters of a heading


class Ending(NamedTuple):
    """How the reading of a file ended; `state` is a value of files.choices.ExtractionState."""

    state: str = "done"
    pages: int = 0
    why: str = ""


class Cut(Exception):
    """A limit was met; what was written stays."""


class Encrypted(Exception):
    """It cannot be read without a password."""


class Unreadable(Exception):
    """It is not what it says."""


class Paper:
    """Takes lines, hands on each part when it is whole."""

    def __init__(self, hand_on):
        self.hand_on = hand_on
        self.characters = self.parts = 0
        self.anchor = self.name = ""
        self.lines = []

    def begin(self, anchor, name=""):
        """What is added from now on stands there."""
        self.end()
        self.anchor, self.name = anchor, tidy(name)[:LONGEST_NAME]

    def add(self, line):
        line = tidy(line)
        if not line:
            return
        room = MOST_CHARACTERS - self.characters
        self.lines.append(line[:room])
        self.characters += len(line) + 1
        if len(line) >= room:
            raise Cut(f"More than {MOST_CHARACTERS} characters.")

    def end(self):
        """Close the part; parts without words are left out."""
        if not self.lines:
            return
        text, self.lines = "\n".join(self.lines), []
        if self.parts == MOST_PARTS:
            raise Cut(f"More than {MOST_PARTS} parts.")
        self.hand_on(self.anchor, self.name, text)
        self.parts += 1

"""What a feature says of a thing so that it can be found."""

import datetime
from dataclasses import dataclass, field

LONGEST_PART = 4_000  # characters; PostgreSQL keeps 256 places of a word in a vector
MOST_TEXT = 1_000_000  # characters of one thing; what stands behind is not found


@dataclass(frozen=True)
class Text:
    """A piece of a text with its place: `place` as people are told (“第 3 页”), `anchor` as browsers are."""

    text: str
    place: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Document:
    """A thing as the index takes it. Who may find it is not said here but by its `Searchable`."""

    title: str
    texts: tuple[Text, ...] = ()
    kind: str = ""  # the tab it stands under; the searchable's own name if it does not say
    extra: str = ""  # found like the text, and never shown: numbers, codes
    tags: tuple[str, ...] = ()
    version: str = ""  # changes with the text
    space_id: int | None = None
    hospital_id: int | None = None
    department_id: int | None = None
    maintainer_id: int | None = None
    updated_at: datetime.datetime | None = None
    valid_until: datetime.date | None = None
    binds_from: datetime.date | None = None
    binds_until: datetime.date | None = None
    has_file: bool = False
    readers: tuple[str, ...] = field(default=())  # keys of SearchReader

    @property
    def parts(self) -> list[Text]:
        """The texts cut into parts of at most LONGEST_PART characters, at ends of paragraphs where there are some.

        Put together they are the whole text, so a word that is cut is whole again.
        """
        parts, left = [], MOST_TEXT
        for text in self.texts:
            words = text.text[:left].replace("\x00", " ").strip("\n") + "\n"
            parts += [Text(piece, text.place[:200], text.anchor[:200]) for piece in _pieces(words) if words.strip()]
            left -= len(words)
            if left <= 0:
                break
        return parts


def _pieces(text):
    while len(text) > LONGEST_PART:
        end = text.rfind("\n", LONGEST_PART // 2, LONGEST_PART) + 1 or LONGEST_PART
        yield text[:end]
        text = text[end:]
    yield text

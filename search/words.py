"""What somebody typed, as the search understands it."""

import unicodedata

LONGEST = 100  # characters
MOST = 8  # words


def words_of(text) -> list[str]:
    """Half-width, lower case, without what nobody can type: “ＣＴ　增强” → [“ct”, “增强”]."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    return list(dict.fromkeys(text.lower().split()))[:MOST]

"""References as they stand in the source; rendering is not needed to know them."""

import re

FILE = re.compile(r"\bfile:([2-9a-hjkmnp-z]{12})\b")


def file_uids(source: str) -> set[str]:
    """The files a text names."""
    return set(FILE.findall(source))

"""Code of the language “mermaid” stands where its picture will: content.text.pictures_of puts that in."""

import hashlib

from content.text.tokens import end, end_of, get, is_start, start, text_of

LANGUAGE = "language-mermaid"
LONGEST = 20_000  # characters; what is longer stays code


def digest_of(source: str) -> str:
    return hashlib.blake2s(source.strip().encode(), digest_size=16).hexdigest()


def diagrams(tokens):
    dressed, at = [], 0
    while at < len(tokens):
        token = tokens[at]
        if is_start(token, "pre") and _is_of_diagrams(tokens[at + 1 : at + 2]):
            close = end_of(tokens, at)
            source = text_of(tokens[at : close + 1])
            if source and len(source) <= LONGEST:
                frame = start("div", class_="diagram", data_controller="diagram", data_diagram=digest_of(source))
                dressed += [frame, *tokens[at : close + 1], end("div")]
                at = close + 1
                continue
        dressed.append(token)
        at += 1
    return dressed


def _is_of_diagrams(following):
    """Whether a block of code begins with the code of a diagram, not with words or nothing."""
    return any(is_start(token, "code") and get(token, "class") == LANGUAGE for token in following)

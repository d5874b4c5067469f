"""`[[标题]]` is a way of typing: when a text is saved it becomes a reference that survives renaming."""

import re
from collections.abc import Callable, Mapping

_CODE_OR_LINK = re.compile(
    r"(?P<code>^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ ]{0,3}(?P=fence)|`[^`\n]+`)"
    r"|\[\[(?P<title>[^\[\]|#\n]{1,255})(?:#(?P<part>[^\[\]|\n]{1,100}))?(?:\|(?P<words>[^\[\]\n]{1,255}))?\]\]",
    re.MULTILINE,
)
_SPECIAL = re.compile(r"([\\\[\]*_`])")


def wiki_titles(source: str) -> set[str]:
    """The titles typed in double brackets, outside code."""
    return {match["title"].strip() for match in _CODE_OR_LINK.finditer(source) if match["title"]}


def resolve_wiki_links(source: str, lookup: Callable[[set[str]], Mapping[str, str]]) -> str:
    """Turn `[[标题#小节|字样]]` into links. `lookup` answers {title: uid} for those it knows; others stay as typed."""
    if "[[" not in source or not (titles := wiki_titles(source)):
        return source
    uids = lookup(titles)

    def resolved(match):
        uid = uids.get(match["title"].strip()) if match["title"] else None
        if uid is None:
            return match[0]
        words = _SPECIAL.sub(r"\\\1", (match["words"] or match["title"]).strip())
        part = f"#{match['part'].strip().replace(' ', '-')}" if match["part"] else ""
        return f"[{words}](page:{uid}{part})"

    return _CODE_OR_LINK.sub(resolved, source)

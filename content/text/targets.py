"""The addresses in a Markdown source, to be exchanged when texts move between places."""

import re
from collections.abc import Callable

_CODE = (
    r"(?P<code>^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ ]{0,3}(?P=fence)"
    r"|(?<!`)(?P<ticks>`{1,9})(?!`)[^`\n]+(?P=ticks)(?!`))"
)
_LINK = (
    r"(?P<picture>!?)\[(?P<words>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\((?P<target><[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?P<title>[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)(?P<size>\{width=\d{1,4}\})?"
)
_NAMED = r"^[ ]{0,3}\[(?P<name>[^\[\]^\n][^\[\]\n]{0,200})\]:[ \t]+(?P<named><[^<>\n]*>|\S+)"
_ANY = re.compile(f"{_CODE}|{_LINK}|{_NAMED}", re.MULTILINE)

# ("picture" or "link", address, words, where it stands) → another address, or None to leave the words alone.
Exchange = Callable[[str, str, str, int], str | None]


def exchange_targets(source: str, exchange: Exchange) -> str:
    """Every address outside code goes through `exchange`; what stays the same is not touched."""

    def exchanged(match):
        if match["code"]:
            return match[0]
        address = match["target"] if match["name"] is None else match["named"]
        bare = address[1:-1] if address.startswith("<") else address
        kind = "picture" if match["picture"] else "link"
        answer = exchange(kind, bare, match["words"] or match["name"] or "", match.start())
        if answer == bare:
            return match[0]
        if match["name"] is not None:
            return match[0] if answer is None else f"[{match['name']}]: {_written(answer)}"
        size = match["size"] or ""
        if answer is None:
            return match["words"] if match["picture"] else match["words"] + size
        return f"{match['picture']}[{match['words']}]({_written(answer)}{match['title'] or ''}){size}"

    return _ANY.sub(exchanged, source)


def _written(address):
    return f"<{address}>" if re.search(r"[\s()]", address) else address

"""`- [ ] 待做` and `- [x] 做完`."""

import re

from content.text.tokens import empty, is_end, is_start, put, said

_BOX = re.compile(r"\[([ xX])\][ \u3000]+")
LONGEST_LABEL = 60


def tasks(tokens):
    for at, token in enumerate(tokens):
        if is_start(token, "li"):
            box(tokens, at)
    return [part for token in tokens for part in (token.pop("before", []) + [token] if "before" in token else [token])]


def box(tokens, at):
    """Marks the item as a task if its text begins with a box."""
    place = at + 1
    while place < len(tokens) and (is_start(tokens[place], "p") or is_layout(tokens[place])):
        place += 1
    if place >= len(tokens) or tokens[place]["type"] != "Characters":
        return
    if mark := _BOX.match(tokens[place]["data"]):
        done = {"checked": ""} if mark[1] != " " else {}
        tokens[place]["data"] = tokens[place]["data"][mark.end() :]
        put(tokens[at], "class", "task is-done" if done else "task")
        tokens[place]["before"] = [
            empty("input", type="checkbox", disabled="", **done, aria_label=label(tokens, place))
        ]


def is_layout(token) -> bool:
    return token["type"] in ("Characters", "SpaceCharacters") and not token["data"].strip()


def label(tokens, at) -> str:
    """The first line of the task: a box is read out with its words."""
    line = ""
    while at < len(tokens) and not (is_start(tokens[at], "ul", "ol", "p") or is_end(tokens[at], "li", "p")):
        line += said(tokens[at])
        at += 1
    return " ".join(line.split())[:LONGEST_LABEL]

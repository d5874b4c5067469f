"""`> [!注意] 标题` becomes a callout of the design system."""

import re

from content.text.tokens import end, is_blank, is_end, is_start, is_tag, start, words

# What authors write: the tone of the callout, its icon, and what it is called where the author gave no title.
KINDS = {
    "提示": ("", "info", "提示"),
    "说明": ("", "info", "说明"),
    "要点": ("co-ok", "circle-check", "要点"),
    "注意": ("co-warn", "circle-alert", "注意"),
    "警告": ("co-danger", "triangle-alert", "警告"),
    "危险": ("co-danger", "triangle-alert", "危险"),
    "禁忌": ("co-danger", "triangle-alert", "禁忌"),
    "NOTE": ("", "info", "说明"),
    "TIP": ("co-ok", "circle-check", "要点"),
    "IMPORTANT": ("co-warn", "circle-alert", "注意"),
    "WARNING": ("co-warn", "circle-alert", "注意"),
    "CAUTION": ("co-danger", "triangle-alert", "警告"),
}
_MARK = re.compile(r"\[!([^\]\s]{1,10})\][ \t\u3000]*")


def callouts(tokens):
    dressed, closing, at = [], [], 0
    while at < len(tokens):
        token = tokens[at]
        if is_start(token, "blockquote"):
            opening, taken = callout(tokens, at)
            closing.append([end("div"), end("div")] if opening else [end("blockquote")])
            dressed += opening or [token]
            at += taken
        elif is_end(token, "blockquote") and closing:
            dressed += closing.pop()
        else:
            dressed.append(token)
        at += 1
    return dressed


def callout(tokens, at):
    """The opening of a callout and how many tokens after the quote's it used up; nothing for a plain quote."""
    place = at + 1
    while place < len(tokens) and is_blank(tokens[place]):
        place += 1
    if place + 1 >= len(tokens) or not is_start(tokens[place], "p") or tokens[place + 1]["type"] != "Characters":
        return [], 0
    line = tokens[place + 1]
    mark = _MARK.match(line["data"])
    if mark is None or mark[1].upper() not in KINDS:
        return [], 0
    tone, icon, called = KINDS[mark[1].upper()]
    said, after, title = line["data"][mark.end() :], place + 2, None
    stands_alone = is_end(tokens[after], "p")
    if is_tag(tokens[after], "br") or (stands_alone and not is_last(tokens, after)):
        title, said = said.strip() or None, ""  # the first of several lines is the title
        after += not stands_alone
    while not said and is_blank(tokens[after]):
        after += 1
    if not said and tokens[after]["type"] == "Characters":
        tokens[after]["data"] = tokens[after]["data"].lstrip()
    opening = [
        start("div", class_=f"callout {tone}".strip()) | {"callout": (mark[1].upper(), title)},
        start("i", data_icon=icon),
        end("i"),
        start("div"),
        start("strong", class_="k"),
        words(title or called),
        end("strong"),
    ]
    if not said and is_end(tokens[after], "p"):
        return opening, after - at
    opening.append(start("p"))
    return opening + ([words(said)] if said else []), after - 1 - at


def is_last(tokens, paragraph_end) -> bool:
    place = paragraph_end + 1
    while place < len(tokens) and is_blank(tokens[place]):
        place += 1
    return place >= len(tokens) or is_end(tokens[place], "blockquote")

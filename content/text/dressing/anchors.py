"""Places one can link to: headings by their words, 第X条 by its number, and what authors named themselves."""

import re
from urllib.parse import unquote

from content.text.dressing.names import Names
from content.text.tokens import (
    HEADINGS,
    end,
    end_of,
    get,
    is_blank,
    is_end,
    is_start,
    is_tag,
    put,
    start,
    text_of,
    without_notes,
    words,
)  # fmt: skip

_COUNT = r"[零〇○一二三四五六七八九十百千两\d]{1,9}"
ARTICLE = re.compile(rf"第{_COUNT}条(?:之{_COUNT})?")
CHAPTER = re.compile(rf"第{_COUNT}[编章]")
_NOT_A_LEAD = "第规定的款项至到和或及与所中、，。；）”》"  # “第三条规定的……” speaks of an article, it is none
_NOTE = re.compile(r"fn(?:ref\d*)?:")  # Python-Markdown's, of footnotes
_NO_WORD = re.compile(r"[^\w]+")
LONGEST = 60


class Anchors:
    """Gives every heading and article an id that stays while its words do, and leads links within the page there."""

    def __init__(self):
        self.toc = []
        self._names = Names()

    def put_on(self, tokens):
        self.rename(tokens)
        shift = 1 if any(is_start(token, "h1") for token in tokens) else 0  # the page's title is the only h1
        dressed, at = [], 0
        while at < len(tokens):
            token = tokens[at]
            if is_start(token, *HEADINGS):
                close = end_of(tokens, at)
                dressed += self.heading(int(token["name"][1]) + shift, tokens[at + 1 : close])
                at = close
            elif is_start(token, "p"):
                close = end_of(tokens, at)
                dressed += self.paragraph(token, tokens[at + 1 : close])
                at = close
            else:
                dressed.append(token)
            at += 1
        return self.led_home(dressed)

    def heading(self, level, inner):
        title = " ".join(text_of(without_notes(inner)).split())
        if not title:
            return []
        name, article = f"h{min(level, 6)}", ARTICLE.match(title)
        anchor = self.free(article[0] if article else title)
        self.toc.append([min(level, 6), anchor, title])
        opening = start(name, id=anchor)
        if level == 2 and CHAPTER.match(title):
            put(opening, "class", "chapter")
        link = [start("a", class_="anchor", href=f"#{anchor}", aria_label=title), words("#"), end("a")]
        return [opening, *inner, *link, end(name)]

    def paragraph(self, token, inner):
        first = _first_said(inner)
        bold = first is not None and is_start(inner[first], "strong", "b")
        place = first + 1 if bold else first
        if place is None or place >= len(inner) or inner[place]["type"] != "Characters":
            return [token, *inner, end("p")]
        said = inner[place]["data"]
        match = ARTICLE.match(said)
        if match is None or (said[match.end() : match.end() + 1] or " ") in _NOT_A_LEAD:
            return [token, *inner, end("p")]
        rest = said[match.end() :].lstrip(" \u3000\xa0")
        if bold and not rest and is_end(inner[place + 1], "strong", "b"):
            after = inner[place + 2 :]
        else:
            after = [*inner[first:place], words(rest), *inner[place + 1 :]]
        if after and after[0]["type"] in ("Characters", "SpaceCharacters"):
            after[0] = words(after[0]["data"].lstrip(" \u3000\xa0"))
        put(token, "id", self.free(match[0]))
        named = [each for each in inner[:first] if not is_blank(each)]
        number = [start("span", class_="article-no"), words(match[0]), end("span")]
        return [token, *named, *number, *after, end("p")]

    def free(self, title) -> str:
        """The words as an id; with a prefix where they are all Latin, so that they never meet an id of the page."""
        anchor = _NO_WORD.sub("-", title.lower()).strip("-_")[:LONGEST] or "s"
        anchor = f"s-{anchor}" if anchor.isascii() else anchor
        return self._names.new(anchor)

    def rename(self, tokens):
        """Ids that authors gave get a prefix, so that they never meet one of ours."""
        for token in tokens:
            own = get(token, "id") if token["type"] in ("StartTag", "EmptyTag") else ""
            if own and not _NOTE.match(own):
                put(token, "id", f"u-{own}")

    def led_home(self, tokens):
        """Links within the page find the heading, the article or the author's own name."""
        named = {get(token, "id") for token in tokens if token["type"] == "StartTag"}
        for token in tokens:
            if is_tag(token, "a") and get(token, "href").startswith("#"):
                wanted = unquote(get(token, "href")[1:])
                found = next((each for each in (wanted, f"u-{wanted}", f"s-{wanted}") if each in named), wanted)
                put(token, "href", f"#{found}")
        return tokens


def _first_said(inner):
    """Where it begins to say something: behind blanks and names that authors put there."""
    at = 0
    while at < len(inner):
        if is_start(inner[at], "span") and at + 1 < len(inner) and is_end(inner[at + 1], "span"):
            at += 2
        elif is_blank(inner[at]):
            at += 1
        else:
            return at
    return None

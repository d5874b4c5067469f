"""Somebody else's HTML made simple: what runs or dresses goes, what says something stays."""

import re
from itertools import pairwise

from bs4 import NavigableString, Tag
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.text import incoming_lists, incoming_notes, incoming_places
from ui.numbers import number_in

MOST_NESTED = 4  # tables in one another
COLUMN = 720  # pixels that a page has for pictures
MOST_PLACED = 200  # losses; looking for the heading of each takes its time
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LOST = {
    "iframe": gettext_lazy("嵌入的网页"),
    "object": gettext_lazy("嵌入的对象"),
    "embed": gettext_lazy("嵌入的对象"),
    "applet": gettext_lazy("嵌入的对象"),
    "canvas": gettext_lazy("画布"),
    "svg": gettext_lazy("矢量图"),
    "math": gettext_lazy("公式"),
    "video": gettext_lazy("视频"),
    "audio": gettext_lazy("音频"),
    "form": None,  # its words stay
    "select": gettext_lazy("表单控件"),
    "textarea": gettext_lazy("表单控件"),
    "button": gettext_lazy("表单控件"),
}
SAME = {"b": "strong", "i": "em", "s": "del", "strike": "del"}
_DRESS = frozenset(("span", "font", "big", "small", "label", "o:p"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PLAIN = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_HARMLESS = re.compile(r"(?:https?|mailto|tel|page|mention):|file:(?!/)|[/#]", re.IGNORECASE)
_BLOCKS = frozenset((
    "p", "div", "li", "td", "th", "dt", "dd", "blockquote", "pre", "figure", "figcaption", "caption", "table", "ul",
    "ol", "dl", "tr", "tbody", "thead", "section", "article", "main", "aside", "details", "summary", "body", *HEADINGS,
))  # fmt: skip


class Soup:
    """One document. `losses` are (what, under which heading, sample)."""

    def __init__(self, soup, picture, link, instead_of_picture=""):
        self.soup, self.instead_of_picture = soup, instead_of_picture
        self.picture, self.link = picture, link
        self.losses = []

    def take_title(self) -> str:
        """The first heading if it is the only one of its level, else the title of the document."""
        heads = self.soup.find_all("h1")
        title = self.soup.find("title")
        said = " ".join(title.get_text().split()) if title else ""
        if len(heads) == 1 and not heads[0].find_previous(HEADINGS) and heads[0].get_text(strip=True):
            self._leave_names(heads[0])
            return " ".join(heads[0].extract().get_text().split())[:255]
        return said[:255]

    def clean(self) -> Tag:
        body = self.body = self._body()
        self._drop_hidden(body)
        incoming_notes.gather(self.soup, body)
        self.has_places = incoming_places.mark(self.soup, body, self._lose_link)
        incoming_lists.gather(self.soup, body)
        for tag in body.find_all(True):
            if not tag.decomposed:
                self._simplify(tag)
        for table in reversed(body.find_all("table")):
            self._flatten(table)
        for item in body.find_all("li"):
            _number(item)
        for tag in body.find_all(["strong", "em", "del", "mark", "u"]):
            if not tag.decomposed:
                _join(tag)
        return body

    def _leave_names(self, head):
        """What leads to the title leads to the beginning."""
        for tag in [head, *head.find_all(True)]:
            if name := tag.get("id") or (tag.name == "a" and tag.get("name")):
                head.insert_before(self.soup.new_tag("a", id=name))

    def _body(self):
        """What the document itself calls its content, when that is most of it."""
        body = self.soup.find("body") or self.soup
        main = body.find_all(["main", "article"])
        if len(main) == 1 and len(main[0].get_text()) * 2 > len(body.get_text()):
            around = [text for text in body.find_all(string=True) if text.strip() and main[0] not in text.parents]
            if around and len(main[0].get_text()) < len(body.get_text()):
                self.lose(_("正文以外的页眉、页脚和菜单"), main[0], " ".join(around[:5]))
            return main[0]
        return body

    def said(self) -> list[str]:
        """The text of every block, as the source has it now."""
        blocks, block = [], None
        for string in self.body.find_all(string=True):
            owner = next((parent for parent in string.parents if parent.name in _BLOCKS), None)
            if blocks and owner is block:
                blocks[-1] += string
            else:
                blocks.append(str(string))
            block = owner
        return [text for text in blocks if any(letter.isalnum() for letter in text)]

    def lose(self, what, element, sample=""):
        head = element.find_previous(HEADINGS) if len(self.losses) < MOST_PLACED else None
        where = " ".join(head.get_text().split())[:80] if head else ""
        self.losses.append((str(what), where, " ".join(sample.split())[:80]))

    def _drop_hidden(self, body):
        for tag in body.find_all(True):
            if not tag.decomposed and (tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style", "")))):
                if tag.get_text(strip=True):
                    self.lose(_("隐藏的文字"), tag, tag.get_text())
                tag.decompose()

    def _simplify(self, tag):
        if tag.name in LOST and LOST[tag.name] is not None:
            self.lose(LOST[tag.name], tag, tag.get("src") or tag.get("data") or tag.get_text())
            tag.decompose()
        elif tag.name == "input":
            if tag.get("type") != "checkbox":
                tag.decompose()
        elif tag.name == "img":
            self._picture(tag)
        elif tag.name == "a":
            self._link(tag)
        elif tag.name in ("b", "strong") and _PLAIN.search(str(tag.get("style", ""))):
            tag.unwrap()  # how Google's documents wrap whatever is copied
        elif tag.name == "span" and _BOLD.search(str(tag.get("style", ""))):
            tag.name = "strong"
        elif tag.name in _DRESS and not tag.has_attr("data-place"):
            tag.unwrap()  # else what it holds would not be joined with what stands beside
        else:
            tag.name = SAME.get(tag.name, tag.name)

    def _picture(self, tag):
        source, alt = str(tag.get("src", "")).strip(), str(tag.get("alt", "")).strip()
        target = self.picture(source, alt) if source else None
        if target is None or not _HARMLESS.match(target):
            self.lose(_("图片"), tag, alt or source[:80])
            tag.replace_with(NavigableString(self.instead_of_picture or alt))
            return
        width = _width(tag)
        caption = tag.find_parent("figure") and tag.find_parent("figure").find("figcaption")
        attributes = {"src": target, "alt": alt, "title": str(tag.get("title", ""))}
        if caption and len(tag.find_parent("figure").find_all("img")) == 1:
            attributes["title"] = " ".join(caption.extract().get_text().split())
        tag.attrs = attributes | ({"width": width} if width else {})

    def _link(self, tag):
        if incoming_places.SIGNS & set(tag.get("class") or []):
            tag.decompose()
            return
        address, words = str(tag.get("href", "")).strip(), tag.get_text().strip()
        if tag.has_attr("data-place"):
            tag.attrs = {"href": address}
            return
        if not address:
            tag.unwrap()
            return
        target = self.link(address, words)
        if target is None or not _HARMLESS.match(target):
            self._lose_link(tag)
            tag.unwrap()
        else:
            tag.attrs = {"href": target}

    def _lose_link(self, tag):
        self.lose(_("打不开的链接"), tag, f"{tag.get_text().strip()}（{str(tag.get('href', '')).strip()}）")

    def _flatten(self, table):
        """A table in a table in a table … becomes lines in the end: nobody reads or edits one."""
        around = {one.name: len(table.find_parents(one.name)) for one in table.find_parents(["table", "li"])}
        if around.get("table", 0) < (1 if "li" in around else MOST_NESTED):
            return
        self.lose(_("表格里的表格"), table, table.get_text(" "))
        for row in table.find_all("tr"):
            cells = row.find_all(["td", "th"], recursive=False)
            row.name, row.attrs = "p", {}
            for cell, following in pairwise(cells):
                cell.append(self.soup.new_tag("br") if following.find(["p", "div"]) else "　")
            for cell in cells:
                cell.unwrap()
        for part in table.find_all(["thead", "tbody", "tfoot", "caption"]):
            part.unwrap()
        table.name, table.attrs = "div", {}


def _width(picture):
    """In pixels, where a column of text is wider: else it says nothing."""
    found = re.fullmatch(r"(\d{1,4})(?:\.\d*)?(?:px)?", str(picture.get("width", "")).strip())
    return found[1].lstrip("0") if found and 0 < int(found[1]) < COLUMN else ""


def _number(item):
    """Numbers of a list are told once: asking each item for those before it takes quadratic time."""
    parent = item.parent
    if parent is None or parent.name != "ol" or item.find_previous_sibling("li") is not None:
        return
    start = str(parent.get("start", "1"))
    number = number_in(start) if start.isdecimal() and len(start) < 7 else 1
    for place, each in enumerate(parent.find_all("li", recursive=False)):
        each["data-number"] = str(number + place)


def _join(tag):
    """Two runs of one dress beside each other are one, a dress within itself says nothing."""
    if tag.find_parent(tag.name):
        tag.unwrap()
        return
    while isinstance(tag.next_sibling, Tag) and tag.next_sibling.name == tag.name:
        following = tag.next_sibling
        for child in list(following.contents):
            tag.append(child.extract())
        following.decompose()

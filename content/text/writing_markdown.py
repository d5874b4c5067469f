"""Our Markdown from clean HTML, so that what comes in renders as what it was."""

import re

from markdownify import MarkdownConverter, chomp

from content.text.dialect import SUBSCRIPT, SUPERSCRIPT
from content.text.escaping import escape
from content.text.writing_tables import holds_blocks, write_table

_LINE = re.compile(r"^(?=.)", re.MULTILINE)
_BLANK = re.compile(r"[ \t\u00a0]+")
_LEVELS = {"~": re.compile(SUBSCRIPT), "^": re.compile(SUPERSCRIPT)}
_NOTE, _NOTE_MARK = re.compile(r"fn:([\w-]{1,40})"), re.compile(r"fnref:([\w-]{1,40})")  # as our own pages have them
_SIGNED = frozenset(("strong", "b", "em", "i", "del", "s", "strike", "mark"))
_LANGUAGE = re.compile(r"(?:language|lang)-([\w+#.-]{1,30})")


class MarkdownWriter(MarkdownConverter):
    """markdownify with our dialect: one marker for lists, four blanks a level, tables that keep merged cells."""

    class Options(MarkdownConverter.DefaultOptions):
        heading_style = "atx"
        autolinks = False
        keep_inline_images_in = ("td", "th", "h1", "h2", "h3", "h4", "h5", "h6")

    def __init__(self, **options):
        super().__init__(**options)
        self.cells = {}  # what stands in each cell, until its table is written
        self._holds_blocks = {}  # of each cell

    def escape(self, text, parent_tags):
        return escape(_BLANK.sub(" ", text))

    def convert_br(self, el, text, parent_tags):
        if "td" in parent_tags or "th" in parent_tags:
            return "\n" if self._is_among_blocks(el) else "<br>"
        return " " if "_inline" in parent_tags else "\n"

    def convert_p(self, el, text, parent_tags):
        if "td" in parent_tags or "th" in parent_tags:
            return self._block_of_cell(el, text, f"{text.strip()}<br>")
        return super().convert_p(el, text.strip(" \t\n\u3000"), parent_tags)

    def _block_of_cell(self, el, text, in_a_line):
        return f"\n\n{text.strip()}\n\n" if self._is_among_blocks(el) else in_a_line

    def _is_among_blocks(self, el):
        cell = el.find_parent(["td", "th"])
        if id(cell) not in self._holds_blocks:
            self._holds_blocks[id(cell)] = "li" not in {one.name for one in cell.parents} and holds_blocks(cell)
        return self._holds_blocks[id(cell)]

    def convert_div(self, el, text, parent_tags):
        if "td" in parent_tags or "th" in parent_tags:
            return self._block_of_cell(el, text, f"<br>{text.strip()}<br>" if text.strip() else "")
        return super().convert_div(el, text, parent_tags)

    convert_article = convert_section = convert_main = convert_header = convert_footer = convert_div

    def convert_aside(self, el, text, parent_tags):
        if "textbox" not in (el.get("class") or []) or "li" in parent_tags or not text.strip():
            return self.convert_div(el, text, parent_tags)
        return f'\n\n<aside class="textbox" markdown="1">\n\n{text.strip()}\n\n</aside>\n\n'

    def convert_strong(self, el, text, parent_tags):
        return _wrapped(el, text, "**", "b", parent_tags)

    def convert_em(self, el, text, parent_tags):
        return _wrapped(el, text, "*", "i", parent_tags)

    def convert_del(self, el, text, parent_tags):
        return _wrapped(el, text, "~~", "del", parent_tags)

    def convert_mark(self, el, text, parent_tags):
        return _wrapped(el, text, "==", "mark", parent_tags)

    def convert_u(self, el, text, parent_tags):
        return _wrapped(el, text, "", "u", parent_tags)

    convert_b, convert_i, convert_ins = convert_strong, convert_em, convert_u
    convert_s = convert_strike = convert_del

    def convert_sub(self, el, text, parent_tags):
        return _level(el, text, "~")

    def convert_sup(self, el, text, parent_tags):
        if note := _NOTE_MARK.fullmatch(el.get("id", "")):
            return f"[^{note[1]}]"
        return _level(el, text, "^")

    def convert_a(self, el, text, parent_tags):
        before, after, words = chomp(text.replace("\n", " "))
        target = el.get("href", "")
        if not words or not target or "_noformat" in parent_tags:
            return text
        return f"{before}[{words}]({_target(target)}){after}"

    def convert_span(self, el, text, parent_tags):
        place = el.get("data-place")
        return f'<span id="{place}"></span>{text}' if place else text

    def convert_img(self, el, text, parent_tags):
        caption = f' "{_quotable(el["title"])}"' if el.get("title") else ""
        picture = f"![{escape(_quotable(el.get('alt', '')))}]({_target(el['src'])}{caption})"
        picture += f"{{width={el['width']}}}" if el.get("width") else ""
        return f"\n\n{picture}\n\n" if el.parent and el.parent.name == "figure" else picture

    def convert_input(self, el, text, parent_tags):
        return ("[x] " if el.has_attr("checked") else "[ ] ") if "li" in parent_tags else ""

    def convert_figcaption(self, el, text, parent_tags):
        return f"\n\n{text.strip()}\n\n"

    def convert_hN(self, n, el, text, parent_tags):
        if {"td", "th", "li"} & parent_tags:
            bold = f"**{text.strip()}**" if text.strip() else ""
            return self._block_of_cell(el, bold, f"{bold}<br>") if {"td", "th"} & parent_tags else f"{bold}<br>"
        words = " ".join(text.split())
        return f"\n\n{'#' * min(n, 6)} {words}\n\n" if words else ""

    def convert_list(self, el, text, parent_tags):
        if "li" in parent_tags:
            return ("\n\n" if "\n\n" in text.strip() else "\n") + text.rstrip()
        return f"\n\n{text.strip(chr(10))}\n\n"

    convert_ul = convert_ol = convert_list

    def convert_li(self, el, text, parent_tags):
        text = text.strip()
        if not text:
            return ""
        if note := _NOTE.fullmatch(el.get("id", "")):
            return f"[^{note[1]}]: {_LINE.sub('    ', text)[4:]}\n"
        marker = f"{el['data-number']}. " if el.get("data-number") else "- "
        ending = "\n\n" if "\n\n" in text else "\n"  # else the next item would belong to the last block of this one
        return marker + _LINE.sub("    ", text)[4:] + ending

    def convert_blockquote(self, el, text, parent_tags):
        quote = super().convert_blockquote(el, text, parent_tags)
        return f"\n\n{quote.strip()}\n\n" if "li" in parent_tags and quote.strip() else quote

    def convert_dt(self, el, text, parent_tags):
        return f"\n\n{' '.join(text.split())}\n"

    def convert_dd(self, el, text, parent_tags):
        text = text.strip()
        return f":   {_LINE.sub('    ', text)[4:]}\n" if text else ""

    def convert_pre(self, el, text, parent_tags):
        text = el.get_text().strip("\n")
        fence = "`" * max(3, max((len(run) + 1 for run in re.findall("`+", text)), default=3))
        code = el.find("code")
        language = _LANGUAGE.search(" ".join((code or el).get("class") or []))
        return f"\n\n{fence}{language[1] if language else ''}\n{text}\n{fence}\n\n" if text.strip() else ""

    def convert_summary(self, el, text, parent_tags):
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

    def convert_td(self, el, text, parent_tags):
        self.cells[id(el)] = text
        return ""

    convert_th = convert_td

    def convert_tr(self, el, text, parent_tags):
        return ""

    def convert_caption(self, el, text, parent_tags):
        self.cells[id(el)] = text
        return ""

    def convert_table(self, el, text, parent_tags):
        return write_table(el, self.cells)

    def convert_q(self, el, text, parent_tags):
        return f"“{text}”"


def _wrapped(el, text, sign, tag, parent_tags):
    """Between signs; between tags where signs would touch others of their kind; bare around blocks."""
    before, after, words = chomp(text)
    if not words or "\n\n" in words or "_noformat" in parent_tags:
        return text
    touches = words[0] in "*~=\\" or words[-1] in "*~=" or _is_behind_signs(el)
    if not sign or touches or words.startswith("<br>") or words.endswith("<br>"):
        return f"{before}<{tag}>{words}</{tag}>{after}"
    return f"{before}{sign}{words}{sign}{after}"


def _is_behind_signs(el):
    """Into which those of this one would run."""
    return getattr(el.previous_sibling, "name", None) in _SIGNED


def _level(el, text, sign):
    """Between signs where our dialect reads them so, else between tags."""
    before = str(el.previous_sibling or "")[-1:]
    if _LEVELS[sign].fullmatch(f"{before}{sign}{text}{sign}", len(before)):
        return f"{sign}{text}{sign}"
    return f"<{el.name}>{text}</{el.name}>" if text.strip() else text


def _target(target):
    return f"<{target}>" if re.search(r"[\s()]", target) else target


def _quotable(text):
    return " ".join(str(text).replace('"', "”").split())

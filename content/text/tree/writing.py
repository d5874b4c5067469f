"""From the editor's tree to the canonical Markdown, which the page's parser reads back to the same tree."""

import re

from content.text.cutting import LONGEST_PARAGRAPH
from content.text.tree.normal import normal
from content.text.tree.normal_tables import is_plain
from content.text.tree.schema import LISTS, held, is_a, new
from content.text.tree.signs import line_starts
from content.text.tree.writing_framed import framed
from content.text.tree.writing_html import in_a_line
from content.text.tree.writing_inline import Inline
from content.text.tree.writing_place import (
    APART,
    BLANK,
    TOP,
    NeedsLine,
    Place,
    indented,
    section,
    task_sign,
    without_mark,
)
from content.text.tree.writing_tables import pipes

_LINE = re.compile(r"^", re.MULTILINE)
_BARE_QUOTE = re.compile(r"^> $", re.MULTILINE)
_RUN = re.compile("`+")
_SIMPLE_CODE = re.compile(r"(?=\S)(?:[^\n]+\n)*[^\n]*\S")


def markdown_of(tree: dict) -> str:
    """Ends with a line break, unless there is nothing to say."""
    doc = normal(tree)
    content = [block for block in held(doc) if not is_a(block, "footnotes")]
    notes = [note for block in held(doc) if is_a(block, "footnotes") for note in held(block)]
    written = "" if content == [new("paragraph", [])] else blocks(content, TOP)
    parts = [part for part in (written, _notes(notes)) if part]
    return "\n\n".join(parts) + "\n" if parts else ""


def blocks(nodes: list[dict], place: Place) -> str:
    parts = []
    for number, node in enumerate(nodes):
        if number and _would_join(nodes[number - 1], node, place):
            parts.append(APART)
        parts.append(block(node, place))
    return "\n\n".join(parts)


def _would_join(before, node, place):
    """Two lists of a kind, or two pieces of indented code, would be read as one."""
    if before["type"] in LISTS and node["type"] in LISTS:
        return is_a(before, "orderedList") == is_a(node, "orderedList")
    return before["type"] == node["type"] and (
        is_a(node, "definitionList") or (is_a(node, "codeBlock") and not place.home)
    )


def block(node: dict, place: Place) -> str:
    write = _WRITERS.get(node["type"])
    if write is None:
        return _framed(node, place)
    return write(node, place)


def _framed(node, place):
    """In HTML that holds Markdown, where lines can begin with tags; else in a line."""
    if place.home:
        try:
            return framed(node, blocks)
        except NeedsLine:
            if place.nested:
                raise
    elif place.nested:
        raise NeedsLine
    return in_a_line(node)


def paragraph(node, place, first=False):
    """`first` for what follows the sign of an item or a quote."""
    content = held(node)
    if not content:
        return BLANK
    written = line_starts(Inline(strict=place.nested).write(content))
    if first:
        written = without_mark(written, content)
    return written if len(written) <= LONGEST_PARAGRAPH else _in_parts(content, place)


def _in_parts(content, place):
    """The parser cuts what is longer, wherever it is; so it is cut where nothing breaks."""
    parts, length, part = [], 0, []
    for one in content:
        text = one.get("text", "")
        pieces = [text[at : at + 2_000] for at in range(0, len(text), 2_000)] or [None]
        for piece in pieces:
            part.append({**one, "text": piece} if piece is not None else one)
            length += len(piece or "") + 200
            if length > 2_000:
                parts.append(part)
                part, length = [], 0
    parts += [part] if part else []
    return "\n\n".join(line_starts(Inline(strict=place.nested).write(part)) for part in parts)


def _heading(node, place):
    words = Inline("<br>", strict=place.nested).write(held(node))
    words = words[:-1] + "\\#" if words.endswith("#") else words
    return f"{'#' * node['attrs']['level']} {words}"


def _quote(node, place):
    content = held(node)
    inner = place.within()
    if is_a(content[0], "paragraph"):
        parts = [paragraph(content[0], inner, first=True), blocks(content[1:], inner)]
        return _quoted("\n\n".join(filter(None, parts)))
    return _quoted(blocks(content, inner))


def _callout(node, place):
    kind, title, content = node["attrs"]["kind"], node["attrs"]["title"], held(node)
    inner, mark = place.within(), f"[!{node['attrs']['kind']}]"
    head = f"[!{kind}] {Inline(strict=True).write(held(_said(title)))}" if title else mark
    if not is_a(content[0], "paragraph"):
        return _quoted(f"{head}\n\n{blocks(content, inner)}")
    words, rest = "", blocks(content[1:], inner)
    if held(content[0]):
        words = paragraph(content[0], inner)
        is_one_line = not title and not rest and "\n" not in words
        words = f"{mark} {Inline(strict=place.nested).write(held(content[0]))}" if is_one_line else f"{head}\n{words}"
    else:
        words = f"{head}\n\n{BLANK}" if title and not rest else head
    return _quoted("\n\n".join(filter(None, [words, rest])))


def _said(title):
    return new("paragraph", [{"type": "text", "text": title}])


def _quoted(text):
    return _BARE_QUOTE.sub(">", _LINE.sub("> ", text))


def _list(node, place):
    if node["attrs"].get("type"):
        return _framed(node, place)
    number, loose = node["attrs"].get("start", 1), node["attrs"]["loose"]
    items = []
    for item in held(node):
        sign = f"{number}. " if is_a(node, "orderedList") else "- "
        items.append(_item(item, sign, place.within(), loose))
        number += 1
    return ("\n\n" if loose else "\n").join(items)


def _item(item, sign, place, loose):
    first, rest = held(item)[0], held(item)[1:]
    words = paragraph(first, place, first=True)
    words = sign + task_sign(item) + indented(words)
    return words + (("\n\n" if loose else "\n") + indented(blocks(rest, place), first=True) if rest else "")


def _code(node, place):
    text = "".join(one["text"] for one in held(node))
    language = node["attrs"]["language"]
    if place.home:
        fence = "`" * max(3, max((len(run) + 1 for run in _RUN.findall(text)), default=3))
        return f"{fence}{language or ''}\n{text}\n{fence}" if text else f"{fence}{language or ''}\n{fence}"
    if language is None and _SIMPLE_CODE.fullmatch(text):
        return indented(text, first=True)
    return _framed(node, place)


def _table(node, place):
    return pipes(node) if is_plain(node) else _framed(node, place)


def _definitions(node, place):
    """A colon before each, where each is one paragraph; else as HTML."""
    lines, before = [], None
    for part in held(node):
        is_term = is_a(part, "definitionTerm")
        if is_term:
            words = line_starts(Inline("<br>", strict=place.nested).write(held(part)))
        elif before is not None and len(held(part)) == 1 and is_a(held(part)[0], "paragraph"):
            words = indented(":   " + paragraph(held(part)[0], place.within()))
        else:
            return _framed(node, place)
        if not words or words == BLANK or words.endswith(BLANK):
            return _framed(node, place)
        lines.append("\n" + words if is_term and before == "definitionDescription" else words)
        before = part["type"]
    return "\n".join(lines) if before == "definitionDescription" else _framed(node, place)


def _comment(node, place):
    return f"<!--{node['attrs']['text']}-->"


def _include(node, place):
    return section(node["attrs"])


def _notes(notes):
    written = []
    for note in notes:
        first, rest = held(note)[0], held(note)[1:]
        place = Place(home=False, nested=False)
        words = paragraph(first, place) if is_a(first, "paragraph") else BLANK
        rest = rest if is_a(first, "paragraph") else [first, *rest]
        text = f"[^{note['attrs']['id']}]: {indented(words)}"
        inner = blocks(rest, place)
        if rest and is_a(rest[-1], "include"):  # the way back would join its paragraph
            inner += f"\n\n{BLANK}"
        written.append(text + (f"\n\n{indented(inner, first=True)}" if rest else ""))
    joined = ""
    for text in written:
        is_short = "\n" not in text and "\n" not in joined.rpartition("\n[^")[2]
        joined += ("\n" if is_short else "\n\n") + text if joined else text
    return joined


_WRITERS = {
    "paragraph": paragraph,
    "heading": _heading,
    "blockquote": _quote,
    "callout": _callout,
    **dict.fromkeys(LISTS, _list),
    "codeBlock": _code,
    "table": _table,
    "definitionList": _definitions,
    "horizontalRule": lambda node, place: "---",
    "comment": _comment,
    "include": _include,
}

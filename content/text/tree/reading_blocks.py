"""Headings, lists, quotes, code and tables, each from its tokens."""

from content.text.dressing.includes import section_of
from content.text.tokens import get, is_end, is_start, is_tag, said, text_of
from content.text.tree.html import html_of
from content.text.tree.reading_inline import INLINE, image, mark_of
from content.text.tree.schema import held, is_a, new
from ui.numbers import number_in

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def heading(reader, token):
    inline, rest = _words(reader.flow(token["name"]))
    return [new("heading", inline, level=_HEADINGS[token["name"]]), *rest]


def rule(reader, token):
    return [new("horizontalRule")]


def quote(reader, token):
    return [new("blockquote", reader.flow("blockquote"))]


def frame(reader, token):
    """A callout or a section as dressing made them, the notes at the end of the page, else a frame without a look."""
    if uid := get(token, "data-include"):
        return [new("include", uid=uid, anchor=get(token, "data-part"), label=text_of(reader.skip("div")))]
    if "callout" in token:
        reader.at += 6  # the icon and what the callout is called
        kind, title = token["callout"]
        content = reader.flow("div")
        reader.at += 1
        return [new("callout", content, kind=kind, title=title)]
    if get(token, "class") == "footnote":
        reader.notes += _notes(reader)
        return []
    place = [new("paragraph", [new("place", id=get(token, "id"))])] if get(token, "id") else []
    return place + reader.flow("div")


def text_box(reader, token):
    content = reader.flow("aside")
    return [new("textBox", content)] if get(token, "class") == "textbox" else content


def bullets(reader, token):
    return [_list(reader, token, "bulletList", {})]


def numbers(reader, token):
    attrs = {"start": number_in(get(token, "start") or "1"), "type": get(token, "type") or None}
    if attrs["type"] == "1":
        attrs["type"] = None
    return [_list(reader, token, "orderedList", attrs)]


def _list(reader, token, kind, attrs):
    items, loose = [], False
    for one in _children(reader, token["name"], through=INLINE):
        if is_start(one, *INLINE):  # left open by an author
            reader.marks = [*reader.marks, mark_of(one)]
        elif one["type"] == "EndTag":
            reader.marks = reader.marks[:-1]
        elif is_start(one, "li"):
            attrs_of_item = {"checked": "is-done" in get(one, "class")}
            is_task = "task" in get(one, "class")
            place = [new("place", id=get(one, "id"))] if get(one, "id") else []
            blocks = reader.flow("li")
            loose = loose or reader.had_paragraphs
            items.append(_item(is_task, attrs_of_item, place, blocks))
        else:  # HTML allows what is no item
            reader.at -= 1
            blocks = reader.flow(token["name"])
            items += [new("listItem", blocks)] if any(map(_is_said, blocks)) else []
            break
    return new(kind, items, loose=loose, **attrs)


def _is_said(block):
    return not is_a(block, "paragraph") or any(one.get("text", "-").strip() for one in held(block))


def _item(is_task, attrs, place, blocks):
    if place:
        blocks = [
            new("paragraph", place + (held(blocks.pop(0)) if blocks and is_a(blocks[0], "paragraph") else []))
        ] + blocks
    return new("taskItem", blocks, **attrs) if is_task else new("listItem", blocks)


def definitions(reader, token):
    parts = []
    for one in _children(reader, "dl"):
        if is_start(one, "dt"):
            inline, rest = _words(reader.flow("dt"))
            parts.append(new("definitionTerm", inline))
            parts += [new("definitionDescription", rest)] if rest else []
        elif is_start(one, "dd"):
            parts.append(new("definitionDescription", reader.flow("dd")))
        else:
            reader.at -= 1
            blocks = reader.flow("dl")
            parts += [new("definitionDescription", blocks)] if any(map(_is_said, blocks)) else []
            break
    return [new("definitionList", parts)]


def details(reader, token):
    is_open = (None, "open") in token["data"]
    summary = []
    blocks = []
    for one in _children(reader, "details"):
        if is_start(one, "summary") and not summary and not blocks:
            summary, blocks = _words(reader.flow("summary"))
        else:
            reader.at -= 1
            blocks += reader.flow("details")
            break
    return [new("details", [new("detailsSummary", summary), new("detailsContent", blocks)], open=is_open)]


def code(reader, token):
    inner = _without_way_back(reader.skip("pre"))
    first = next((one for one in inner if one["type"] == "StartTag"), None)
    language = get(first, "class") if first and is_start(first, "code") else ""
    text = "".join(map(_said_in_code, inner))
    text = text[:-1] if text.endswith("\n") else text
    content = [{"type": "text", "text": text}] if text else []
    return [new("codeBlock", content, language=language.removeprefix("language-") or None)]


def _said_in_code(token):
    if is_tag(token, "br"):
        return "\n"
    is_link = is_tag(token, "img") and section_of(token)  # a section of another page, where none can be
    return get(token, "alt") if is_link else said(token)


def _without_way_back(tokens):
    """An author's unclosed <pre> in a note takes in what leads back to its sign."""
    at = next((at for at, one in enumerate(tokens) if _class_of(one) == "footnote-backref"), None)
    return tokens if at is None else tokens[:at]


def figure(reader, token):
    """A picture with its words; anything else that is called a figure stays as it is."""
    start = reader.at
    inner = reader.skip("figure")
    tags = [one for one in inner if one["type"] in ("StartTag", "EmptyTag")]
    names = [one["name"] for one in tags]
    if names in (["img"], ["img", "figcaption"]) and get(tags[0], "src").startswith("file:"):
        words = "".join(map(said, inner)).strip()
        return [new("paragraph", [image(tags[0], words or None)])]
    return [new("html", source=html_of([token, *reader.tokens[start : reader.at]]))]


def table(reader, token):
    caption, rows, part = "", [], ""
    for one in _children(reader, "table", through=("thead", "tbody", "tfoot", "colgroup")):
        name = one.get("name")
        if one["type"] == "EndTag":
            part = ""
        elif name == "caption":
            caption = " ".join("".join(map(said, reader.skip("caption"))).split())
        elif name == "tr":
            rows.append(new("tableRow", _cells(reader, part == "thead")))
        elif one["type"] == "StartTag":
            part = name
    return [new("table", rows, caption=caption or None)]


def _cells(reader, in_head):
    cells = []
    for one in _children(reader, "tr"):
        if is_start(one, "td", "th"):
            is_head = one["name"] == "th"
            attrs = {name: max(1, number_in(get(one, name) or "1")) for name in ("colspan", "rowspan")}
            scope = (get(one, "scope") or ("col" if in_head else None)) if is_head else None
            content = reader.flow(one["name"])
            kind = "tableHeader" if is_head else "tableCell"
            cells.append(new(kind, content, align=get(one, "align") or None, scope=scope, **attrs))
    return cells


def _children(reader, name, through=()):
    """The tokens that begin something directly in the element; whoever takes one reads to its end."""
    while reader.at < len(reader.tokens):
        one = reader.tokens[reader.at]
        reader.at += 1
        if is_end(one, name):
            return
        if one["type"] in ("StartTag", "EmptyTag") or is_end(one, *through) or said(one).strip():
            yield one


def _notes(reader):
    notes = []
    for one in _children(reader, "div", through=("ol",)):
        if is_start(one, "li"):
            start = reader.at
            back = next((each for each in reader.skip("li") if _class_of(each) == "footnote-backref"), None)
            reader.at = start
            raw = get(back, "href").split(":", 1)[-1] if back else get(one, "id").removeprefix("fn:")
            notes.append(new("footnote", reader.flow("li"), id=reader.note_name(raw)))
    return notes


def _class_of(token):
    return get(token, "class") if token["type"] == "StartTag" else ""


def _words(blocks):
    """The words of the first paragraph, and what stood beside it."""
    if blocks and is_a(blocks[0], "paragraph"):
        return held(blocks[0]), blocks[1:]
    return [], blocks


BLOCKS = {
    **dict.fromkeys(_HEADINGS, heading),
    "hr": rule,
    "blockquote": quote,
    "div": frame,
    "aside": text_box,
    "ul": bullets,
    "ol": numbers,
    "dl": definitions,
    "details": details,
    "pre": code,
    "figure": figure,
    "table": table,
}

"""A block as HTML on one line, for lists, quotes and notes, where nothing but words and Markdown's own blocks is read.

An empty <span> stands before it: at the beginning of a line a tag would be taken for HTML without Markdown.
"""

from content.text.cutting import LONGEST_PARAGRAPH
from content.text.tree.html import heavy, tag
from content.text.tree.schema import held, is_a
from content.text.tree.writing_inline import Inline
from content.text.tree.writing_place import BLANK, target_of_section, task_sign, without_mark


def in_a_line(node: dict) -> str:
    written = "<span></span>" + _block(node)
    if len(written) <= LONGEST_PARAGRAPH:
        return written
    return '<span\nclass="">' + written.removeprefix("<span>")  # a line break, so that nobody cuts it


def attrs_of_cell(cell) -> dict:
    attrs = cell["attrs"]
    spans = {name: attrs[name] for name in ("rowspan", "colspan") if attrs[name] > 1}
    return {**spans, "align": attrs["align"], "scope": attrs["scope"]}


def attrs_of_list(node) -> dict:
    attrs = node["attrs"]
    return {"type": attrs.get("type"), "start": attrs["start"] if attrs.get("start", 1) != 1 else None}


def _block(node):
    return _WRITERS[node["type"]](node)


def _blocks(nodes, plainly=False):
    """`plainly`: the first paragraph without its element."""
    parts = []
    for number, node in enumerate(nodes):
        if plainly and not number and is_a(node, "paragraph"):
            parts.append(_words(node))
        else:
            parts.append(_block(node))
    return "".join(parts)


def _words(node):
    return Inline("<br>", strict=True).write(held(node))


def _first(node):
    words = _words(node)
    return without_mark(words, held(node)) if words else words


def _around(name, **attrs):
    return lambda node: f"{tag(name, **attrs)}{_blocks(held(node))}</{name}>"


def _paragraph(node):
    return f"<p>{_words(node)}</p>"


def _heading(node):
    return f"<h{node['attrs']['level']}>{_words(node)}</h{node['attrs']['level']}>"


def _quote(node):
    content = held(node)
    first = f"<p>{_first(content[0])}</p>" if is_a(content[0], "paragraph") else _block(content[0])
    return f"<blockquote>{first}{_blocks(content[1:])}</blockquote>"


def _callout(node):
    kind, title, content = node["attrs"]["kind"], node["attrs"]["title"], held(node)
    head = f"[!{kind}]" + (f" {Inline(strict=True).write([{'type': 'text', 'text': title}])}" if title else "")
    if is_a(content[0], "paragraph") and held(content[0]):
        return f"<blockquote><p>{head}<br>{_words(content[0])}</p>{_blocks(content[1:])}</blockquote>"
    rest = content[1:] if is_a(content[0], "paragraph") else content
    return f"<blockquote><p>{head}</p>{_blocks(rest) or ('<p></p>' if title else '')}</blockquote>"


def _list(node):
    name, loose = "ol" if is_a(node, "orderedList") else "ul", node["attrs"]["loose"]
    items = []
    for item in held(node):
        first, rest = held(item)[0], held(item)[1:]
        words = task_sign(item) + (_first(first) or BLANK)
        items.append(f"<li>{f'<p>{words}</p>' if loose else words}{_blocks(rest)}</li>")
    return f"{tag(name, **attrs_of_list(node))}{''.join(items)}</{name}>"


def _details(node):
    summary, content = held(node)
    opening = "<details open>" if node["attrs"]["open"] else "<details>"
    return f"{opening}<summary>{_words(summary)}</summary>{_blocks(held(content))}</details>"


def _code(node):
    text = "".join(one["text"] + "\n" for one in held(node))
    language = node["attrs"]["language"]
    return f"<pre>{tag('code', class_=f'language-{language}' if language else None)}{heavy(text)}</code></pre>"


def _table(node):
    caption = node["attrs"]["caption"]
    above = f"<caption>{heavy(caption)}</caption>" if caption else ""
    rows = "".join(f"<tr>{''.join(map(_cell, held(row)))}</tr>" for row in held(node))
    return f"<table>{above}{rows}</table>"


def _cell(cell):
    name = "th" if is_a(cell, "tableHeader") else "td"
    return f"{tag(name, **attrs_of_cell(cell))}{_blocks(held(cell), plainly=len(held(cell)) == 1)}</{name}>"


def _include(node):
    return f"<p>{tag('img', src=target_of_section(node['attrs']), alt=node['attrs']['label'])}</p>"


def _definitions(node):
    return f"<dl>{''.join(map(_definition, held(node)))}</dl>"


def _definition(part):
    if is_a(part, "definitionTerm"):
        return f"<dt>{_words(part)}</dt>"
    return f"<dd>{_blocks(held(part))}</dd>"


_WRITERS = {
    "paragraph": _paragraph,
    "heading": _heading,
    "blockquote": _quote,
    "callout": _callout,
    "textBox": _around("aside", class_="textbox"),
    "bulletList": _list,
    "taskList": _list,
    "orderedList": _list,
    "details": _details,
    "codeBlock": _code,
    "table": _table,
    "definitionList": _definitions,
    "horizontalRule": lambda node: "<hr>",
    "comment": lambda node: f"<!--{node['attrs']['text']}-->",
    "html": lambda node: node["attrs"]["source"],
    "include": _include,
}

"""What Markdown has no sign for: HTML at the margin, in which Markdown is read again."""

from content.text.tree.html import tag
from content.text.tree.schema import held, is_a
from content.text.tree.writing_html import attrs_of_cell, attrs_of_list
from content.text.tree.writing_inline import Inline
from content.text.tree.writing_place import BLANK, NeedsLine, Place, task_sign

WITHIN = Place(home=True, nested=True)


def framed(node: dict, blocks) -> str:
    """`blocks` writes what stands inside. Raises NeedsLine."""
    return _WRITERS[node["type"]](node, blocks)


def _opened(name, read="1", **attrs):
    return tag(name, **attrs)[:-1] + f' markdown="{read}">'


def _text_box(node, blocks):
    return f"{_opened('aside', class_='textbox')}\n\n{blocks(held(node), WITHIN)}\n\n</aside>"


def _details(node, blocks):
    summary, content = held(node)
    opening = "<details open" if node["attrs"]["open"] else "<details"
    head = f'<summary markdown="span">{_words(held(summary))}</summary>'
    return f'{opening} markdown="1">\n{head}\n\n{blocks(held(content), WITHIN)}\n\n</details>'


def _list(node, blocks):
    items = []
    for item in held(node):
        if node["attrs"]["loose"]:
            first, rest = held(item)[0], held(item)[1:]
            _only_paragraphs(rest)
            words = task_sign(item) + (_words(held(first)) or BLANK)
            inner = "\n\n".join(filter(None, [words, blocks(rest, WITHIN)]))
            items.append(f'<li markdown="block">\n\n{inner}\n\n</li>')
        else:
            items.append(f'<li markdown="span">{task_sign(item)}{_words(held(held(item)[0]))}</li>')
    return f"{_opened('ol', **attrs_of_list(node))}\n{chr(10).join(items)}\n</ol>"


def _table(node, blocks):
    caption = node["attrs"]["caption"]
    above = f"<caption>{_words([{'type': 'text', 'text': caption}])}</caption>\n" if caption else ""
    rows = "\n".join(
        f'<tr markdown="1">{"".join(_cell(cell, blocks) for cell in held(row))}</tr>' for row in held(node)
    )
    return f'<table markdown="1">\n{above}{rows}\n</table>'


def _cell(cell, blocks):
    name, content = "th" if is_a(cell, "tableHeader") else "td", held(cell)
    if len(content) == 1 and is_a(content[0], "paragraph"):
        return f"{_opened(name, 'span', **attrs_of_cell(cell))}{_words(held(content[0]))}</{name}>"
    return f"{_opened(name, 'block', **attrs_of_cell(cell))}\n\n{blocks(content, WITHIN)}\n\n</{name}>"


def _definitions(node, blocks):
    parts = []
    for part in held(node):
        if is_a(part, "definitionTerm"):
            parts.append(f'<dt markdown="span">{_words(held(part))}</dt>')
        else:
            _only_paragraphs(held(part))
            parts.append(f'<dd markdown="block">\n\n{blocks(held(part), WITHIN)}\n\n</dd>')
    return f'<dl markdown="1">\n{chr(10).join(parts)}\n</dl>'


def _only_paragraphs(nodes):
    """The parser takes other blocks within <li> and <dd> for parts of lists around them."""
    if any(not is_a(node, "paragraph") for node in nodes):
        raise NeedsLine


def _html(node, blocks):
    return node["attrs"]["source"]


def _code(node, blocks):
    raise NeedsLine


def _words(nodes):
    return Inline("<br>", strict=True).write(nodes)


_WRITERS = {
    "textBox": _text_box,
    "details": _details,
    "orderedList": _list,
    "table": _table,
    "definitionList": _definitions,
    "html": _html,
    "codeBlock": _code,
}

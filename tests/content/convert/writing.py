"""Word files of the corpus all the way to a page: converted, written as our Markdown, and rendered."""

from lxml import html

from content.convert.word.convert import convert
from content.text.incoming import from_html
from content.text.rendering import render


def converted(made, answers=None):
    return convert(made.open(), answers)


def body_of(made):
    """Its HTML as a tree."""
    return html.fragment_fromstring(converted(made).html, create_parent="body")


def page(made):
    """(what was converted, Markdown, the rendered page as a tree)"""
    result = converted(made)
    incoming = from_html(result.html, picture=lambda name, _words: f"file:{name}")
    rendered = html.fragment_fromstring(render(incoming.markdown).html, create_parent="body")
    return result, incoming.markdown, rendered


def letters(text):
    return "".join(one for one in text if one.isalnum())


def cells(table):
    """Rows of (words, columns, rows) of a table's own cells."""
    return [
        [(cell.text_content().strip(), cell.get("colspan", "1"), cell.get("rowspan", "1")) for cell in row]
        for row in table.iter("tr")
        if next(row.iterancestors("table")) is table
    ]

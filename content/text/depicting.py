"""Pictures of diagrams in a rendered text: put in when a text is rendered, so that reading asks for nothing more."""

import re
from collections.abc import Mapping
from html import unescape

_DIAGRAM = re.compile(
    r'<div class="diagram" data-controller="diagram" data-diagram="([0-9a-f]{32})">'
    r"(<pre[^>]*><code[^>]*>([^<]*)</code></pre>)</div>"
)
BELOW = "图的文字"  # as all words that a rendering says of its own: the same for every reader
MOST = 60  # pictures of one text


def diagrams_of(html: str) -> dict[str, str]:
    """{digest: text} of the diagrams of a rendered text."""
    found = {digest: unescape(source).strip() for digest, _code, source in _DIAGRAM.findall(html)}
    return dict(list(found.items())[:MOST])


def with_pictures(html: str, pictures: Mapping[str, str]) -> str:
    """`pictures` is {digest: svg}; the text stays below the picture, for those who read rather than see."""
    if not pictures:
        return html

    def depicted(match):
        digest, code, _source = match.groups()
        if digest not in pictures:
            return match[0]
        words = f'<details class="diagram-text"><summary>{BELOW}</summary>{code}</details>'
        return f'<div class="diagram is-drawn" tabindex="0">{pictures[digest]}{words}</div>'

    return _DIAGRAM.sub(depicted, html)

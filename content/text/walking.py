"""From html5lib's tree to the stream bleach cleans; its own walker takes quadratic time over long lists and tables."""

EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)

FRAMES = frozenset(["aside", "blockquote", "dd", "details", "div", "li", "p", "td", "th"])


def walk(fragment, with_comments=False):
    """Every element in reading order, with its text and the text after it."""
    if fragment.text:
        yield {"type": "Characters", "data": fragment.text}
    open_elements, children = [], [iter(fragment)]
    while children:
        element = next(children[-1], None)
        if element is None:
            children.pop()
            if open_elements:
                closed = open_elements.pop()
                yield {"type": "EndTag", "name": closed.tag, "namespace": None, "data": {}}
                yield from _tail(closed)
        elif not isinstance(element.tag, str):  # a comment
            if with_comments and _stands_alone(element, open_elements):
                yield {"type": "Comment", "data": element.text}
            yield from _tail(element)
        elif element.tag in EMPTY:
            yield _tag("EmptyTag", element)
            yield from _tail(element)
        else:
            yield _tag("StartTag", element)
            if element.text:
                yield {"type": "Characters", "data": element.text}
            open_elements.append(element)
            children.append(iter(element))


def _stands_alone(comment, open_elements):
    """Between blocks, and saying something."""
    is_among_blocks = not open_elements or open_elements[-1].tag in FRAMES
    return is_among_blocks and bool((comment.text or "").strip()) and not (comment.tail or "").strip()


def _tag(kind, element):
    attributes = {(None, name): value for name, value in element.attrib.items()}
    return {"type": kind, "name": element.tag, "namespace": None, "data": attributes}


def _tail(element):
    if element.tail:
        yield {"type": "Characters", "data": element.tail}

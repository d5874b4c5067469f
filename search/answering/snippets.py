"""The words around what was found, with the found words marked. Everything is escaped before it is marked."""

import re
from html import escape

from django.utils.safestring import mark_safe

from search.answering.passages import WINDOW, best_window, widened

_BLANKS = re.compile(r"\s+")


def snippet_of(found, weights, marks, window=None, size=WINDOW):
    """(HTML, position in the text, words marked first) of the best stretch of a text; `marks`: folded words to mark."""
    window = window or best_window(found.folded, weights, size)
    if not window.score:
        return "", 0, ""
    start, end = window.start, window.end
    if not window.is_whole:
        start, end = widened(found.folded, start, end, size)
    stretches = _stretches(found.folded, marks, start, end) or _stretches(found.folded, weights, start, end)
    html, last, origins = ["…" if start > 0 else ""], start, found.origins
    for begin, stop in stretches:
        html += [_plain(found.text[origins[last] : origins[begin]]), "<mark>"]
        html += [_plain(found.text[origins[begin] : origins[stop]]), "</mark>"]
        last = stop
    html += [_plain(found.text[origins[last] : origins[end]]), "…" if end < len(found.folded) else ""]
    first = found.text[origins[stretches[0][0]] : origins[stretches[0][1]]] if stretches else ""
    return mark_safe("".join(html).strip()), origins[stretches[0][0] if stretches else start], first


def marked(text, marks):
    """A title with the words marked that were found in it."""
    from search.analysis import fold_with_places

    folded, origins = fold_with_places(text)
    html, last = [], 0
    for begin, stop in _stretches(folded, marks, 0, len(folded)):
        html += [escape(text[origins[last] : origins[begin]])]
        html += ["<mark>", escape(text[origins[begin] : origins[stop]]), "</mark>"]
        last = stop
    return mark_safe("".join([*html, escape(text[origins[last] :])]))


def beginning_of(found, size=WINDOW):
    """How a text begins, to the end of a sentence where one is near."""
    _start, end = widened(found.folded, 0, min(size // 2, len(found.folded)), size)
    return mark_safe(_plain(found.text[: found.origins[end]]).strip() + ("…" if end < len(found.folded) else ""))


def _plain(text):
    return escape(_BLANKS.sub(" ", text))


def _stretches(text, words, start, end):
    """Where the words stand in the window, those that touch made one."""
    found = []
    for word in words:
        place = text.find(word, start, end)
        while place >= 0 and word:
            found.append((place, place + len(word)))
            place = text.find(word, place + 1, end)
    found.sort()
    merged = []
    for begin, stop in found:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((begin, stop))
    return merged

"""What the page's own parser and allow-list make of a source, before it is dressed: the tree is built from this."""

import threading

from content.text.cleaning import HOLLOW, new_cleaner
from content.text.dressing.callouts import callouts
from content.text.dressing.includes import includes
from content.text.dressing.tasks import tasks
from content.text.limits import check_depth, check_length
from content.text.rendering import to_html
from content.text.walking import walk

_own = threading.local()


def tokens_of(source: str) -> list[dict]:
    """The stream of clean HTML. Raises Unrenderable as rendering does."""
    check_length(source)
    if not source.strip():
        return []
    html = to_html(source)
    check_depth(html)
    found, cleaner = [], _cleaner()
    cleaner.filters = [lambda source: _kept(source, found)]
    cleaner.clean(html)
    return tasks(callouts(includes(found)))


def _kept(stream, found):
    found += (token for token in stream if token.get("name") not in HOLLOW or token["type"] == "Entity")
    return ()


def _cleaner():
    if not hasattr(_own, "cleaner"):
        _own.cleaner = new_cleaner()
        _own.cleaner.strip_comments = False
        _own.cleaner.walker = lambda fragment: walk(fragment, with_comments=True)
    return _own.cleaner

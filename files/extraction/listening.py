"""What has to happen when the text of an attachment is there: rooms above say so here.

A room registers in its `apps.py`:

@on_extracted
def index(attachment): ...
"""

from collections.abc import Callable

_listeners: list[Callable] = []


def on_extracted(function):
    """Call the function with the attachment in the transaction that keeps its text, or says that it has none."""
    if function not in _listeners:
        _listeners.append(function)
    return function


def tell_all(attachment):
    for listener in _listeners:
        listener(attachment)

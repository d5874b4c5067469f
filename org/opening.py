"""What has to happen when a unit is opened: rooms above say so here, and whoever opens units sees to it.

A room registers in its `apps.py`:

@on_open
def ensure_unit_space(unit, *, by): ...
"""

from collections.abc import Callable

_listeners: list[Callable] = []


def on_open(function):
    """Call the function with (unit, by=) in the transaction that opens a unit, or opens it again. Twice is once."""
    if function not in _listeners:
        _listeners.append(function)
    return function


def tell_all(unit, *, by):
    """A unit is open now: everybody who registered does their part."""
    for listener in _listeners:
        listener(unit, by=by)

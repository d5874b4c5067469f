"""The ways out, one folder each and equal in shape: `way.py` says whom it reaches and sends one message."""

from importlib import import_module

NAMES = ("inapp", "mail", "webpush", "feishu", "wecom")  # as the settings show them


def find(name):
    """The way of that name; LookupError when there is none."""
    if name not in NAMES:
        raise LookupError(f"No way is called {name}.")
    return import_module(f"notifications.ways.{name}.way").WAY


def every():
    return [find(name) for name in NAMES]


def outward():
    """Those that leave the house."""
    return [way for way in every() if way.leaves_the_house]

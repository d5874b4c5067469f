"""The words of a refusal at the door, drawn once at the start: nobody there has a thread or a database."""

from http import HTTPStatus

from django.template.loader import render_to_string

TEMPLATES = {400: "400.html", 413: "413.html", 429: "429.html", 503: "503.html", 504: "503.html"}

_drawn = {}


def draw():
    for status, template in TEMPLATES.items():
        _drawn[status] = render_to_string(template).encode()


def page(status):
    """Content type and bytes."""
    if status in _drawn:
        return b"text/html; charset=utf-8", _drawn[status]
    return b"text/plain; charset=utf-8", f"{status} {HTTPStatus(status).phrase}\n".encode()

"""Answers for htmx: a fragment where a fragment was asked for, else the whole page."""

import json

from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def is_htmx(request) -> bool:
    return request.headers.get("HX-Request") == "true"


def render_partial(request, template: str, context=None, status=None):
    """`render_partial(request, "wiki/page.html#watch", {...})`: the part for htmx, the whole template without it.

    So every button also works without JavaScript; the context must then serve the whole page.
    """
    name = template if is_htmx(request) else template.partition("#")[0]
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def say(response, text: str, tone: str = ""):
    """Show a short message after a fragment has been put in place. Whole pages use django.contrib.messages."""
    response["HX-Trigger"] = json.dumps({"toast": {"text": str(text), "tone": tone}})  # ASCII, as headers must be
    return response

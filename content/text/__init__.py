"""Markdown and what becomes of it: rendering, filling for a reader, merging, comparing, taking in."""

from content.text.filling import fill
from content.text.limits import TooDeep, TooLong, Unrenderable
from content.text.reading import count_characters, excerpt, plain_text, reading_minutes
from content.text.rendering import RENDERER, Rendered, render, rendered
from content.text.titles import resolve_wiki_links

__all__ = [
    "RENDERER",
    "Rendered",
    "TooDeep",
    "TooLong",
    "Unrenderable",
    "count_characters",
    "excerpt",
    "fill",
    "plain_text",
    "reading_minutes",
    "render",
    "rendered",
    "resolve_wiki_links",
]

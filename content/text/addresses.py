"""Where a page is read, from what a text's placeholders know of it."""

from django.urls import reverse
from django.utils.text import slugify


def page_address(uid: str, title: str) -> str:
    return reverse("content:page", args=[uid, slugify(title, allow_unicode=True)[:60] or "-"])

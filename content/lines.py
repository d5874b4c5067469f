"""How pages and spaces stand in lists."""

from functools import cache
from urllib.parse import quote

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from content.models.pages import words_of
from ui.lines import Line

COLUMNS = ("uid", "slug", "title", "content_type", "space", "space__title")


def page_rows(pages, *more):
    """What lines show, as plain rows: making thirty pages of them would cost more than the query."""
    return pages.values_list("pk", *COLUMNS, *more, named=True)


def page_line(row, **more) -> Line:
    """Of a page or a space; `more` says otherwise what the line would say."""
    if row.space == row.pk:
        said = {"title": row.title, "url": reverse("content:space", args=[row.slug]), "tile": "space"}
    else:
        said = {
            "title": row.title,
            "url": _address(row.uid, words_of(row.title) or "-"),
            "tile": model_of(row).tile,
            "facts": (row.space__title,),
        }
    return Line(**{**said, **more})


def _address(uid, words):
    before, between, after = _around()
    return f"{before}{uid}{between}{quote(words)}{after}"


@cache
def _around():
    """What stands around uid and words. Asking Django for twenty addresses takes longer than fetching the rows."""
    uid, words = "a" * 12, "b"
    before, rest = reverse("content:page", args=[uid, words]).split(uid)
    return before, *rest.split(words)


def model_of(row):
    """The kind of the page, without fetching it as that kind."""
    return ContentType.objects.get_for_id(row.content_type).model_class()

"""How pages and spaces stand in lists."""

from django.contrib.contenttypes.models import ContentType

from ui.lines import Line

COLUMNS = ("uid", "slug", "title", "content_type", "space", "space__title")


def page_rows(pages, *more):
    """What lines show, as plain rows: making thirty pages of them would cost more than the query."""
    return pages.values_list("pk", *COLUMNS, *more, named=True)


def page_line(row, **more) -> Line:
    """Of a page or a space; `more` says otherwise what the line would say."""
    model = model_of(row)
    facts = () if row.space == row.pk else (row.space__title,)
    said = {"title": row.title, "url": model.address_of(row), "tile": model.tile, "facts": facts}
    return Line(**{**said, **more})


def model_of(row):
    """The kind of the page, without fetching it as that kind."""
    return ContentType.objects.get_for_id(row.content_type).model_class()

"""How pages and spaces stand in lists."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from ui.lines import Line

COLUMNS = ("uid", "slug", "title", "content_type", "space__title")


def for_lines(pages):
    """The columns a line shows: thirty lines of the home page must not read thirty whole pages."""
    return pages.select_related("space").only(*COLUMNS)


def page_line(page, **more) -> Line:
    """A page or a space, as the base page or as its own kind; `more` says otherwise."""
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    if page.space_id == page.pk:
        said = {"title": page.title, "url": reverse("content:space", args=[page.slug]), "tile": "space"}
    else:
        said = {"title": page.title, "url": page.get_absolute_url(), "tile": model.tile, "facts": (page.space.title,)}
    return Line(**{**said, **more})

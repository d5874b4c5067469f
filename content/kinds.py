"""The kinds of pages there are: every page type says its own kind_name."""

from django.db.models.base import ModelBase
from wagtail.models import get_page_models

from content.models import Bin, ContentPage, Library, Space

FURNITURE = (Library, Bin, Space)


def kinds(shelf=None) -> dict[str, ModelBase]:
    """What people may write, by name, in the order of the features; all of it, or what stands on one shelf."""
    written = [model for model in get_page_models() if model is not ContentPage and not issubclass(model, FURNITURE)]
    return {model.kind_name: model for model in written if shelf in (None, model.shelf)}


def kind(name):
    """The page type of that name. Raises LookupError."""
    try:
        return kinds()[name]
    except KeyError:
        raise LookupError(f"No kind of page is called {name}.") from None

"""Pages of the content tests, and what people do with them."""

from wagtail.models import TaskState

from content.actions import writing
from content.actions.writing import Text
from content.models import ContentPage

FIRST = "第一段。\n\n第二段。\n\n第三段。\n"


def fresh(page):
    return ContentPage.objects.get(pk=page.pk)


def save(page, by, body, base=None, **more):
    base = base or fresh(page).latest_revision_id
    return writing.save(fresh(page), by=by, base=base, text=Text(page.title, body), **more)


def live_text(page):
    return fresh(page).body


def step():
    """The one approval that waits."""
    return TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)

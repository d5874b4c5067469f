"""A text must not take in itself, on whatever way round."""

from content.choices import ReferenceKind
from content.errors import IncludesItself
from content.models import ContentPage, Reference
from content.text import rendered

FURTHEST = 12  # steps from section to section; at reading three are followed


def refuse_cycles(page, body) -> None:
    """Raises IncludesItself. No query for a text that takes in nothing, else one a step."""
    first = {uid for kind, uid, _words in rendered(body).references if kind == ReferenceKind.INCLUDE}
    came_from = dict.fromkeys(first)
    step = first
    for _number in range(FURTHEST):
        if page.uid in came_from:
            raise IncludesItself(_title(_beginning(page.uid, came_from)))
        if not step:
            return
        rows = Reference.objects.filter(kind=ReferenceKind.INCLUDE, page__uid__in=step, page__live=True)
        found = dict(rows.values_list("target_uid", "page__uid"))
        step = set(found) - set(came_from)
        came_from |= {uid: found[uid] for uid in step}


def _beginning(uid, came_from):
    """The section of this text on whose way the page came up again."""
    while came_from[uid]:
        uid = came_from[uid]
    return uid


def _title(uid):
    return ContentPage.objects.filter(uid=uid).values_list("title", flat=True).first() or ""

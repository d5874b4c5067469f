"""A text must not take in itself, on whatever way round."""

from access import rules
from content.choices import ReferenceKind
from content.errors import IncludesItself
from content.models import ContentPage, Reference
from content.text import Unrenderable, rendered

FURTHEST = 12  # steps from section to section; at reading three are followed
MOST_DRAFTS = 20  # looked into at each step of a preview


def refuse_cycles(page, body) -> None:
    """Raises IncludesItself. No query for a text that takes in nothing, else one a step."""
    _refuse(page, body, _live)


def warning(page, body, by) -> str:
    """What publishing will say once the drafts that this person may read are live as well; "" where all is well."""
    try:
        _refuse(page, body, lambda step: _drafts(step, by) | _live(step))
    except IncludesItself as error:
        return str(error)
    return ""


def _refuse(page, body, taken_in):
    came_from = dict.fromkeys(_sections(body))
    step = set(came_from)
    for _number in range(FURTHEST):
        if page.uid in came_from:
            raise IncludesItself(_title(_beginning(page.uid, came_from)))
        if not step:
            return
        found = taken_in(step)
        step = set(found) - set(came_from)
        came_from |= {uid: found[uid] for uid in step}


def _live(step):
    """{what is taken in: the page that takes it in}; one query."""
    rows = Reference.objects.filter(kind=ReferenceKind.INCLUDE, page__uid__in=step, page__live=True)
    return dict(rows.values_list("target_uid", "page__uid"))


def _drafts(step, by):
    pages = rules.allowed(by, "draft", ContentPage.objects.pages())
    waiting = pages.filter(uid__in=step, has_unpublished_changes=True).select_related("latest_revision")[:MOST_DRAFTS]
    found = {}
    for page in waiting:
        try:
            found |= dict.fromkeys(_sections(page.latest_revision.content.get("body", "")), page.uid)
        except Unrenderable:
            continue  # whoever publishes that one hears of it
    return found


def _sections(body):
    return {uid for kind, uid, _words in rendered(body).references if kind == ReferenceKind.INCLUDE}


def _beginning(uid, came_from):
    """The section of this text on whose way the page came up again."""
    while came_from[uid]:
        uid = came_from[uid]
    return uid


def _title(uid):
    return ContentPage.objects.filter(uid=uid).values_list("title", flat=True).first() or ""

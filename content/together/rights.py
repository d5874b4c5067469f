"""Who may write in an open room: decided from the rules and the locks, and looked at again while it is open."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState

from access import rules
from content.locks import why_locked
from content.models import ContentPage
from content.together import codes
from org.models import Membership, Session, User, Version
from ui.days import today


@dataclass(frozen=True)
class Standing:
    """What a person may do with the text just now, and why not more, in their language. A code: nothing at all."""

    may: str  # "edit", "read" or ""
    why: str = ""
    code: int = 0


@dataclass(frozen=True)
class Person:
    """Somebody in a room, as the others see them."""

    pk: int
    uid: str
    name: str
    position: str
    language: str


def standing(user, page) -> Standing:
    """Words are those of the language that is active. Costs two to six queries."""
    verbs = rules.verbs(user, page)
    if "edit" in verbs:
        why = why_locked(page, user)
        return Standing("read", why) if why else Standing("edit")
    if "draft" in verbs:
        return Standing("read", _("您可以看这份草稿，但不能改。要改请找维护人。"))
    if "view" in verbs:
        return Standing("", str(codes.WORDS[codes.FORBIDDEN]), codes.FORBIDDEN)
    return Standing("", str(codes.WORDS[codes.GONE]), codes.GONE)


def person_of(user) -> Person:
    post = Membership.objects.today().filter(person=user).select_related("unit", "position").first()
    position = f"{post.unit} {post.position}" if post else ""
    return Person(user.pk, user.uid, user.name, position, user.language)


# ── Looked at again ──


def signs(pages, users, sessions) -> tuple[dict, dict, set]:
    """What the answer depends on, by page and by user, and the sessions that still are: eight queries for all rooms.

    Where nothing of it has changed the answer is what it was.
    """
    everybody = Version.current(Version.ACCESS), today()
    people = {
        pk: (access, *everybody)
        for pk, access in User.objects.filter(pk__in=users, is_active=True).values_list("pk", "access_version")
    }
    columns = ("locked", "locked_by", "live", "path", "maintainer", "scope", "space", "space__editors")
    columns += ("space__stewards", "latest_revision__approved_go_live_at")
    found = ContentPage.objects.filter(pk__in=pages).values_list("pk", *columns)
    waiting, steps = _scheduled(pages), _steps(pages)
    seen = {pk: (*row, waiting.get(str(pk)), steps.get(str(pk))) for pk, *row in found}
    return seen, people, set(Session.objects.live().filter(pk__in=sessions).values_list("pk", flat=True))


def _scheduled(pages):
    revisions = Revision.objects.filter(object_id__in=map(str, pages), approved_go_live_at__isnull=False)
    return dict(revisions.filter(base_content_type=_of_pages()).values_list("object_id", "pk"))


def _steps(pages):
    states = WorkflowState.objects.active().filter(base_content_type=_of_pages(), object_id__in=map(str, pages))
    rows = states.values_list("object_id", "status", "current_task_state", "current_task_state__status")
    return {object_id: tuple(rest) for object_id, *rest in rows}


def _of_pages():
    return ContentType.objects.get_for_model(ContentPage)


def judge(questions) -> dict:
    """The standings of people for whom something has changed: {name of the question: (user id, page id)}."""
    answers = {}
    users = User.objects.in_bulk({user for user, _page in questions.values()})
    pages = {page.pk: page.specific for page in ContentPage.objects.filter(pk__in={p for _u, p in questions.values()})}
    for name, (user_id, page_id) in questions.items():
        user, page = users.get(user_id), pages.get(page_id)
        with translation.override((user and user.language) or settings.LANGUAGE_CODE):
            answers[name] = _judge(user, page)
    return answers


def _judge(user, page):
    if user is None or not user.is_active:
        return Standing("", str(codes.WORDS[codes.SIGN_IN]), codes.SIGN_IN)
    if page is None:
        return Standing("", str(codes.WORDS[codes.GONE]), codes.GONE)
    return standing(user, page)

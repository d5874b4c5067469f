"""Make a text live: at once, on a day, or after the approvals its place demands."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState

from access import rules
from audit.actions import record
from content.choices import Change
from content.errors import AlreadyDecided, NeedsApproval, WrongPlace
from content.models import ContentPage, Publication
from notifications.actions import notify


@transaction.atomic
def publish(page, *, by, change=Change.EDITORIAL, reason="", at=None, answers=None):
    """Make the latest text live, or have it go live at a time to come. Refused where approvals are demanded."""
    rules.require(by, "publish", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    if page.get_workflow() is not None:
        raise NeedsApproval
    revision = _ask(page, by, change, reason, at, answers)
    revision.publish(user=by, log_action=True, skip_permission_checks=True)
    return ContentPage.objects.get(pk=page.pk).specific


@transaction.atomic
def submit(page, *, by, change=Change.EDITORIAL, reason="", at=None, answers=None):
    """Ask for the approvals of this place; meanwhile readers see the text they saw before."""
    rules.require(by, "edit", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    workflow = page.get_workflow()
    if workflow is None:
        raise WrongPlace
    if page.workflow_in_progress:
        raise AlreadyDecided
    _ask(page, by, change, reason, at, answers)
    if (waiting := page.current_workflow_state) is not None:  # sent back once, now again
        waiting.resume(user=by)
        state = waiting
    else:
        state = workflow.start(page.get_latest_revision_as_object(), by)
    record("page.submitted", page, by=by, reason=reason)
    return state


@transaction.atomic
def approve(task_state, *, by, comment=""):
    """Agree to the change. After the last step the text goes live."""
    _decide(task_state, by, "approve", comment)


@transaction.atomic
def decline(task_state, *, by, comment):
    """Send the change back with a reason; the author is told."""
    _decide(task_state, by, "reject", comment)


def _decide(task_state, by, action, comment):
    state = TaskState.objects.select_for_update().get(pk=task_state.pk).specific
    if state.status != TaskState.STATUS_IN_PROGRESS:
        raise AlreadyDecided
    page = state.revision.content_object
    if action not in [name for name, *_ in state.task.specific.get_actions(page, by)]:
        raise PermissionDenied
    state.task.specific.on_action(state, by, action, comment=comment)
    verb = "page.approved" if action == "approve" else "page.declined"
    record(verb, page, by=by, reason=comment, after={"revision": state.revision_id})
    author = state.workflow_state.requested_by
    if author is not None and author != by:
        notify(verb, to=[author], about=page, actor=by, key=f"{verb}:{state.pk}", comment=comment)


@transaction.atomic
def unpublish(page, *, by, reason=""):
    """Take the text from readers; it stays as a draft."""
    rules.require(by, "publish", page)
    page.specific.unpublish(user=by, log_action=True)
    record("page.unpublished", page, by=by, reason=reason)


def _ask(page, by, change, reason, at, answers):
    """The revision that is to go live, and the row that says who asked for it and why."""
    revision = page.get_latest_revision() or page.save_revision(user=by)
    draft = revision.as_object()
    if draft.go_live_at != at:
        draft.go_live_at = at
        revision = draft.save_revision(user=revision.user, clean=False)
    publication, _ = Publication.objects.update_or_create(
        revision=revision, defaults={"page_id": page.pk, "by": by, "change": change, "reason": reason[:300]}
    )
    if answers:
        page.after_publication_asked(publication, answers)
    return revision


def went_live(page, revision):
    """What follows when a revision has gone live, by whatever way: called once by the signal, in its transaction."""
    from content.actions.rendering import render_page

    render_page(page)
    publication, _ = Publication.objects.get_or_create(
        revision=revision, defaults={"page_id": page.pk, "by": revision.user}
    )
    publication.at = timezone.now()
    publication.content_hash = page.content_hash
    publication.save(update_fields=["at", "content_hash"])
    record(
        "page.published",
        page,
        by=publication.by,
        reason=publication.reason,
        after={"revision": revision.pk, "hash": page.content_hash, "change": publication.change},
    )

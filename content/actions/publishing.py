"""Make a text live: at once, on a day, or after the approvals its place demands."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Revision, TaskState

import jobs
from access import rules
from audit.actions import record
from content.actions.including import refuse_cycles
from content.choices import Change
from content.errors import (
    AlreadyDecided,
    AlreadyScheduled,
    ChangedMeanwhile,
    GoesWithOthers,
    NeedsApproval,
    ReasonMissing,
    WrongPlace,
)
from content.models import ContentPage, Override, Publication
from content.taking import refuse_bad_values, take
from notifications.actions import notify


@transaction.atomic
def publish(page, *, by, change=Change.EDITORIAL, reason="", at=None, answers=None, seen=None):
    """Make the latest text live, or have it go live at a time to come. Refused where approvals are demanded.

    `seen`: the revision that was on the screen; where somebody has written on since, their text is not carried along.
    """
    rules.require(by, "publish", page)
    _must_be_written(page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    if not page.goes_live_alone:
        raise GoesWithOthers
    if page.get_workflow() is not None:
        raise NeedsApproval
    if page.approved_schedule:
        raise AlreadyScheduled
    if seen is None or at is not None:  # what was shown goes live although somebody writes on, but not on a day to come
        take(page, by=by)
    refuse_bad_values(page)
    _must_be_seen(page.latest_revision_id, seen)
    _let_live(_ask(page, by, change, reason, at, answers), by)
    return ContentPage.objects.get(pk=page.pk).specific


@transaction.atomic
def release(page, *, by, reason="", revision=None):
    """Make a text live for the room it belongs to, which has asked for whatever it demands: the latest, or the very
    one (an id) that was approved there."""
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    take(page, by=by)
    publication = _ask(page, by, Change.EDITORIAL, reason, None, None)
    if revision not in (None, publication.revision_id):
        raise ChangedMeanwhile
    _let_live(publication, by)
    return ContentPage.objects.get(pk=page.pk).specific


@transaction.atomic
def submit(page, *, by, change=Change.EDITORIAL, reason="", at=None, answers=None, seen=None):
    """Ask for the approvals of this place; meanwhile readers see the text they saw before. `seen` as in `publish`."""
    rules.require(by, "edit", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    workflow = page.get_workflow()
    if workflow is None or not page.goes_live_alone:
        raise WrongPlace
    if page.workflow_in_progress:
        raise AlreadyDecided
    if page.approved_schedule:
        raise AlreadyScheduled
    take(page, by=by)
    refuse_bad_values(page)
    _must_be_seen(page.latest_revision_id, seen)
    _ask(page, by, change, reason, at, answers)
    if (waiting := page.current_workflow_state) is not None:  # sent back once, now again
        waiting.resume(user=by)
        state = waiting
    else:
        state = workflow.start(page.get_latest_revision_as_object(), by)
    record("page.submitted", page, by=by, reason=reason)
    return state


@transaction.atomic
def approve(task_state, *, by, comment="", seen=None):
    """Agree to the change. After the last step the text goes live."""
    _decide(task_state, by, "approve", comment, seen)


@transaction.atomic
def decline(task_state, *, by, comment, seen=None):
    """Send the change back with a reason; the author is told."""
    if not comment.strip():
        raise ReasonMissing
    _decide(task_state, by, "reject", comment, seen)


def _decide(task_state, by, action, comment, seen):
    state, page = _waiting(task_state, seen)
    if action not in [name for name, *_ in state.task.specific.get_actions(page, by)]:
        raise PermissionDenied
    verb = "page.approved" if action == "approve" else "page.declined"
    record(verb, page, by=by, reason=comment, after={"revision": state.revision_id})
    state.task.specific.on_action(state, by, action, comment=comment)
    author = state.workflow_state.requested_by
    if author is not None and author != by:
        notify(verb, to=[author], about=page, actor=by, key=f"{verb}:{state.pk}", comment=comment)


@transaction.atomic
def override(task_state, *, by, reason, seen=None):
    """Let a waiting change go live past its approval: an administrator's last resort, told to all it concerns."""
    page = ContentPage.objects.get(pk=task_state.workflow_state.object_id)
    rules.require(by, "override", page)
    state, page = _waiting(task_state, seen)
    if not reason.strip():
        raise ReasonMissing
    publication = _publication_of(state.revision, page)
    row = Override.objects.create(publication=publication, by=by, reason=reason.strip()[:500])
    state.workflow_state.cancel(user=by)
    record(
        "page.overridden",
        page,
        by=by,
        reason=row.reason,
        before={"live_revision": page.live_revision_id, "waiting_for": state.task.name},
        after={"revision": state.revision_id, "asked_by": publication.by and publication.by.number},
    )
    concerned = {*state.task.specific.deciders(page), page.maintainer, state.workflow_state.requested_by} - {None}
    notify("page.overridden", to=concerned, about=page, actor=by, key=f"override:{row.pk}", reason=row.reason)
    _let_live(publication, by)


def _waiting(task_state, seen):
    """The step as it is now, and its page; refused when somebody has decided.

    `seen`: the revision that was read before deciding; a newer one wants to be read first.
    """
    state = TaskState.objects.select_for_update().get(pk=task_state.pk).specific
    if state.status != TaskState.STATUS_IN_PROGRESS:
        raise AlreadyDecided
    take(state.revision.content_object)
    state.refresh_from_db(fields=["revision"])
    _must_be_seen(state.revision_id, seen)
    return state, state.revision.content_object


@transaction.atomic
def withdraw(page, *, by):
    """Take back what was submitted or set for a later moment, to go on writing.

    For whoever asked for it, and for who keeps the page.
    """
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    state, scheduled = page.current_workflow_state, page.scheduled_revision
    revision = scheduled or page.get_latest_revision()
    if scheduled is None and not page.workflow_in_progress:
        raise AlreadyDecided
    publication = _publication_of(revision, page)
    rules.require(by, "edit" if publication.by_id == by.pk else "keep", page)
    if page.workflow_in_progress:
        state.cancel(user=by)
    if scheduled is not None:
        _unschedule(page, publication)
    record("page.withdrawn", page, by=by, before={"revision": revision.pk})


def unschedule(pages):
    """What was set for a later moment is a draft again: nothing goes live in the bin."""
    revisions = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(ContentPage), approved_go_live_at__isnull=False
    ).annotate(of=Cast("object_id", BigIntegerField()))
    for revision in revisions.filter(of__in=pages.values("pk")):
        page = ContentPage.objects.get(pk=revision.of).specific
        _unschedule(page, _publication_of(revision, page))


def _unschedule(page, publication):
    page.revisions.update(approved_go_live_at=None)
    page.publication_withdrawn(publication)


@transaction.atomic
def unpublish(page, *, by, reason=""):
    """Take the text from readers; it stays as a draft."""
    rules.require(by, "publish", page)
    _must_be_written(page)
    page.specific.unpublish(user=by, log_action=True)
    record("page.unpublished", page, by=by, reason=reason)


def publish_approved(workflow_state, user=None):
    """What Wagtail calls after the last step: the very text that was approved goes live, not a later one."""
    page = workflow_state.content_object.specific
    step = workflow_state.current_task_state
    _let_live(_publication_of(step.revision if step else page.get_latest_revision(), page), user)


def follow(page, revision):
    """Somebody who approves here wrote on while the change waits: what waits from now on is the newer text."""
    step = page.current_workflow_task_state
    if step is not None and step.status == TaskState.STATUS_IN_PROGRESS:
        Publication.objects.filter(revision=step.revision_id).update(revision=revision)
        TaskState.objects.filter(pk=step.pk).update(revision=revision)


def _must_be_seen(revision, seen):
    if seen not in (None, revision):
        raise ChangedMeanwhile


def _must_be_written(page):
    """Publishing in a space is no right over the space itself."""
    if page.pk == page.space_id:
        raise WrongPlace


def _ask(page, by, change, reason, at, answers):
    """The row that says who asked that this text goes live, when and why; what a kind asks besides is kept in it."""
    revision = page.get_latest_revision() or page.save_revision(user=by)
    draft = revision.as_object()
    refuse_cycles(page, draft.body)
    if draft.go_live_at != at:
        draft.go_live_at = at
        revision = draft.save_revision(user=revision.user, clean=False)
    asked = {"by": by, "asked_at": timezone.now(), "change": change, "reason": reason[:300], "answers": answers or {}}
    publication, _ = Publication.objects.update_or_create(revision=revision, defaults={"page_id": page.pk, **asked})
    publication.refresh_from_db(fields=["answers"])  # plain values, as they are read after an approval
    return publication


def _publication_of(revision, page):
    """What was asked for this text; a row of its own where nobody asked in so many words."""
    return Publication.objects.get_or_create(revision=revision, defaults={"page_id": page.pk, "by": revision.user})[0]


def _let_live(publication, by):
    """Nothing stands in the way any more: the text is live now, or at its moment."""
    revision = publication.revision
    publication.page.specific.publication_allowed(publication)
    revision.publish(user=by, log_action=True, skip_permission_checks=True)
    moment = revision.as_object().go_live_at
    if moment and moment > timezone.now():
        jobs.due("content.go_live", key=f"go_live:{revision.pk}", at=moment)


def went_live(page, revision):
    """What follows when a revision has gone live, by whatever way: called once by the signal, in its transaction."""
    from content.actions.rendering import render_page

    render_page(page)
    publication = _publication_of(revision, page)
    publication.at = timezone.now()
    publication.content_hash = page.content_hash
    publication.save(update_fields=["at", "content_hash"])
    page.publication_live(publication)
    record(
        "page.published",
        page,
        by=publication.by,
        reason=publication.reason,
        after={"revision": revision.pk, "hash": page.content_hash, "change": publication.change},
    )

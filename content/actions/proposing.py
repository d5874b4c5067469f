"""提建议: a reader says how the text should be, whoever edits it takes it over, changes it first or says why not."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from access import rules
from audit.actions import record
from content.actions import writing
from content.actions.requests import deciders
from content.comments.errors import BaseGone, NothingChanged, NothingSaid, TooLong, TooMuch
from content.errors import AlreadyDecided, ChangedMeanwhile, ReasonMissing
from content.models import ContentPage, Proposal
from content.models.pages import MAX_BODY
from content.models.proposals import Outcome
from content.taking import take
from content.text import rendered, resolve_wiki_links
from content.text.merging import merge
from notifications.actions import notify

PROPOSED_A_DAY = 20  # by one person
OPEN_AT_ONCE = 5  # of one person for one page


@transaction.atomic
def propose(page, *, by, body, reason, base=None):
    """Propose a whole text for the page. `base`: the live text it was begun with (an id), which the proposer has seen.

    Drafts are no base: what is compared is told to the proposer.
    """
    rules.require(by, "view", page)
    page = ContentPage.objects.pages().select_for_update(of=("self",)).get(pk=page.pk)
    if _proposes_too_much(by, page):
        raise TooMuch
    seen = Revision.objects.for_instance(page).filter(pk=base or page.live_revision_id).first()
    begun = seen.content.get("body", "") if seen else page.body
    made = Proposal(page=page, by=by, base=seen, base_body=begun)
    _write(made, body, reason)
    made.save()
    notify("proposal.made", to=deciders(page), about=made, actor=by, key=made.uid)
    return made


@transaction.atomic
def change(proposal, *, by, body, reason):
    """Put the own proposal otherwise while nobody has decided."""
    rules.require(by, "change", proposal)
    proposal = _waiting(proposal)
    _write(proposal, body, reason)
    proposal.version += 1
    proposal.save()
    return proposal


@transaction.atomic
def withdraw(proposal, *, by):
    """Take the own proposal back."""
    rules.require(by, "change", proposal)
    _decide(_waiting(proposal), by, Outcome.WITHDRAWN)


@transaction.atomic
def accept(proposal, *, by, seen=None, answer=""):
    """Take it into the latest text, as a draft of whoever accepts. Answers Saved, Conflict, or None: it says so now.

    `seen`: the version that was on the screen. After a Conflict nothing is decided.
    """
    rules.require(by, "decide", proposal)
    proposal = _waiting(proposal, seen)
    page = take(ContentPage.objects.select_for_update().get(pk=proposal.page_id).specific)
    now = page.get_latest_revision_as_object()
    if merge(proposal.base_body, proposal.body, now.body).text == now.body:
        _decide(proposal, by, Outcome.ACCEPTED, answer)
        return None
    base, text = text_of(proposal, now)
    result = writing.save(page, by=by, base=base, text=text)
    if isinstance(result, writing.Saved):
        _decide(proposal, by, Outcome.ACCEPTED, answer, result.revision)
    return result


@transaction.atomic
def accept_changed(proposal, *, by, revision, answer=""):
    """What was proposed has been taken over in the editor, with changes or after a clash."""
    rules.require(by, "decide", proposal)
    _decide(_waiting(proposal), by, Outcome.CHANGED, answer, revision)


@transaction.atomic
def decline(proposal, *, by, answer, seen=None):
    """Leave the text as it is, and say why."""
    rules.require(by, "decide", proposal)
    if not answer.strip():
        raise ReasonMissing
    _decide(_waiting(proposal, seen), by, Outcome.DECLINED, answer)


def text_of(proposal, now):
    """(base, text) as somebody would send it who wrote the proposal in the editor; all but the body stays.

    `now`: the page with its latest text.
    """
    if proposal.base is None and proposal.base_body != now.body:
        raise BaseGone
    begun = proposal.base.as_object() if proposal.base else now
    text = writing.Text(begun.title, proposal.body, begun.summary, tuple(now.tags.names()))
    return proposal.base_id or now.latest_revision_id, text


def _write(proposal, body, reason):
    reason = reason.strip()
    if not reason:
        raise NothingSaid
    if len(body) > MAX_BODY or len(reason) > 500:
        raise TooLong
    body = resolve_wiki_links(body.replace("\r\n", "\n"), lambda titles: writing.pages_called(titles, proposal.by))
    rendered(body)
    if body.strip() == proposal.base_body.strip():
        raise NothingChanged
    proposal.body, proposal.reason = body, reason


def _waiting(proposal, seen=None):
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("page", "by", "base").get(pk=proposal.pk)
    if not proposal.is_waiting:
        raise AlreadyDecided
    if seen is not None and seen != proposal.version:
        raise ChangedMeanwhile
    return proposal


def _decide(proposal, by, outcome, answer="", revision=None):
    proposal.outcome, proposal.answer, proposal.revision = outcome, answer.strip()[:500], revision
    proposal.decided_at, proposal.decided_by = timezone.now(), by
    proposal.save()
    after = {"proposal": proposal.uid, "of": proposal.by.number, "revision": revision and revision.pk}
    record(f"proposal.{outcome}", proposal.page, by=by, after=after, reason=proposal.answer)
    if outcome != Outcome.WITHDRAWN:
        kind = "proposal.declined" if outcome == Outcome.DECLINED else "proposal.accepted"
        notify(kind, to=[proposal.by], about=proposal, actor=by, key=proposal.uid)


def _proposes_too_much(person, page):
    mine = Proposal.objects.filter(by=person)
    today = mine.filter(at__gt=timezone.now() - timedelta(days=1)).count()
    return today >= PROPOSED_A_DAY or mine.waiting().filter(page=page).count() >= OPEN_AT_ONCE

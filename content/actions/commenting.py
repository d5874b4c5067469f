"""Say something about a page or a passage of it, answer, settle it."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.http import Http404
from django.utils import timezone

from access import rules
from audit.actions import record
from content.actions.requests import deciders
from content.comments import wording
from content.comments.anchors import find
from content.comments.carrying import carry, plain_text, put
from content.comments.errors import NothingSaid, PassageMoved, TooLong, TooMuch
from content.comments.following import Difference
from content.models import CollabDoc, Comment, ContentPage, Passage, PassageText, Resolution, WhichText
from content.models.comments import MOST_QUOTED, MOST_WORDS
from notifications.actions import notify
from org.models import User

WHILE, MOST = timedelta(minutes=10), 30  # comments of one person; more is no talk any more


@transaction.atomic
def comment(page, *, by, text, passage=None, on_draft=False):
    """Say something about the page, or about `passage`: its words, those before it and those after it.

    The passage is looked for in the text as it is now; where it stands no more nothing is kept.
    """
    rules.require(by, "draft" if on_draft else "view", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk)
    if page.space_id is None or page.pk == page.space_id:
        raise Http404
    made = Comment(page=page, by=by, text=_checked(text, by), on_draft=on_draft)
    if passage is not None:
        made.quote = _place(made, *passage)
    else:
        made.save()
    _tell(made)
    _stir(page.pk)
    return made


@transaction.atomic
def answer(start, *, by, text):
    """Answer what somebody said; who took part hears of it. An answer to an answer joins the same talk."""
    rules.require(by, "view", start)
    start = start.answers if start.answers_id else start
    made = Comment(page=start.page, answers=start, by=by, text=_checked(text, by), on_draft=start.on_draft)
    made.save()
    _tell(made)
    _stir(made.page_id)
    return made


@transaction.atomic
def edit(said, *, by, text):
    """Put the own words otherwise; colleagues newly named are told."""
    rules.require(by, "edit", said)
    before = set(wording.mentioned(said.text))
    said.text, said.edited_at = _checked(text, None), timezone.now()
    said.save(update_fields=["text", "edited_at"])
    _tell_mentioned(said, set(wording.mentioned(said.text)) - before)
    _stir(said.page_id)


@transaction.atomic
def remove(said, *, by, reason=""):
    """Take back the own words, or, as who keeps the page, anybody's. Answers to it stay."""
    rules.require(by, "remove", said)
    if said.by_id != by.pk:
        after = {"comment": said.uid, "of": said.by.number}
        record("comment.removed", said.page, by=by, before=after, reason=reason)
    if said.replies.exists():
        said.text, said.quote, said.removed_at = "", "", timezone.now()
        said.save(update_fields=["text", "quote", "removed_at"])
        said.passages.all().delete()
    else:
        said.delete()
    _stir(said.page_id)


@transaction.atomic
def resolve(start, *, by, is_taken=False):
    """It is settled; `is_taken`: what it asked for is in the text. Settling twice changes nothing."""
    rules.require(by, "resolve", start)
    row, is_new = Resolution.objects.get_or_create(comment=start, defaults={"by": by, "is_taken": is_taken})
    if not is_new:
        return
    record("comment.resolved", start.page, by=by, after={"comment": start.uid, "taken": is_taken})
    _stir(start.page_id)
    notify("comment.resolved", to=[start.by], about=start, actor=by, key=f"resolved:{row.pk}", is_taken=is_taken)


@transaction.atomic
def reopen(start, *, by):
    """It is not settled after all."""
    rules.require(by, "resolve", start)
    if Resolution.objects.filter(comment=start).delete()[0]:
        record("comment.reopened", start.page, by=by, after={"comment": start.uid})
        _stir(start.page_id)


def _stir(page_id):
    """Open editors of the page look at their list of comments again: within a second, in every process."""
    CollabDoc.objects.filter(page=page_id).update(talks=F("talks") + 1)


def _checked(text, by):
    text = wording.kept(text)
    if not text:
        raise NothingSaid
    if len(text) > MOST_WORDS:
        raise TooLong
    if by is not None and Comment.objects.filter(by=by, at__gt=timezone.now() - WHILE).count() >= MOST:
        raise TooMuch
    return text


def _place(made, quote, prefix, suffix):
    """Keep the comment with its place in the text it is about, and in the page's other one as far as it is there."""
    own, other = (WhichText.DRAFT, WhichText.LIVE) if made.on_draft else (WhichText.LIVE, WhichText.DRAFT)
    texts = {which: plain_text(made.page, which) for which in (own, other)}
    anchor = find(texts[own], quote[:MOST_QUOTED], prefix, suffix)
    if anchor is None or len(quote) > MOST_QUOTED:
        raise PassageMoved
    made.quote = anchor.quote
    made.save()
    places = {own: anchor, other: Difference(texts[own], texts[other]).carry(anchor) if texts[other] else None}
    for which, place in places.items():
        if not texts[which]:
            continue
        PassageText.objects.get_or_create(page=made.page, text=which, defaults={"plain": texts[which]})
        carry(made.page_id, which, texts[which])
        passage = Passage(comment=made, text=which, prefix=anchor.prefix, suffix=anchor.suffix)
        put(passage, place)
        passage.save()
    return anchor.quote


def _tell(made):
    """Once each: whom it names, whom it answers, and who keeps the page."""
    named = _tell_mentioned(made, wording.mentioned(made.text))
    if made.answers_id:
        talk = Comment.objects.filter(answers=made.answers_id).values_list("by", flat=True)
        people = User.objects.active().filter(pk__in={made.answers.by_id, *talk})
        kind = "comment.answered"
    else:
        people, kind = deciders(made.page), "comment.made"
    told = [person for person in people if person.pk not in named]
    notify(kind, to=told, about=made, actor=made.by, key=made.uid)


def _tell_mentioned(said, uids):
    people = list(User.objects.active().filter(uid__in=uids)) if uids else []
    notify("comment.mentioned", to=people, about=said, actor=said.by, key=f"{said.uid}:{'-'.join(sorted(uids))[:60]}")
    return {person.pk for person in people}

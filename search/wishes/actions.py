"""Asking for a page that is missing, and answering."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from access import rules
from activity.about import type_of
from audit.actions import record
from org.models import User
from search.history.likeness import is_near
from search.history.often import own_hospital
from search.models import Wish, Wisher
from search.models.wishes import LONGEST_PHRASE, LONGEST_QUESTION
from search.wishes import takers
from search.wishes.errors import AskedEnough, ReasonMissing, Settled
from search.words.folding import normal

A_DAY = 5  # wishes of one person; more is noise to those who answer
LOOKED_AT = 300  # waiting wishes of one place among which a near-equal one is looked for


@transaction.atomic
def ask(person, *, phrase, taker, question="", wants_notice=True):
    """Take the wish to whoever would write the page. A near-equal one that waits there already gets one voice more."""
    folded = normal(phrase)[:LONGEST_PHRASE]
    said = {"question": question.strip()[:LONGEST_QUESTION], "wants_notice": wants_notice, "at": timezone.now()}
    wish = _near_equal(folded, taker)
    if wish is None or not wish.wishers.filter(person=person).exists():
        _must_be_few(person)
    if wish is not None:
        wish.wishers.update_or_create(person=person, defaults=said)
        return wish
    wish = Wish.objects.create(
        phrase=" ".join(phrase.split())[:LONGEST_PHRASE],
        folded=folded,
        space_id=taker.space_id if taker else None,
        maintainer=taker.maintainer if taker else None,
        hospital=own_hospital(person),
    )
    wish.wishers.create(person=person, **said)
    takers.desk().asked(wish, by=person)
    return wish


@transaction.atomic
def answer(wish, thing, *, by) -> int:
    """This page is the answer: who asked and may see it is told. Returns how many may not."""
    rules.require(by, "view", thing)
    wish = _waiting(wish, by)
    wish.answer_type, wish.answer_id = type_of(type(thing)), thing.pk
    _settle(wish, by)
    record("wish.answered", wish, by=by, after={"page": str(getattr(thing, "uid", thing.pk))})
    people = _people(wish)
    takers.desk().settled(wish, people, by)
    return sum(not rules.can(person, "view", thing) for person in people)


@transaction.atomic
def decline(wish, *, by, reason):
    """Nobody will write it, and why."""
    reason = reason.strip()[:300]
    if not reason:
        raise ReasonMissing
    wish = _waiting(wish, by)
    wish.answer_type = wish.answer_id = None
    wish.reason = reason
    _settle(wish, by)
    record("wish.declined", wish, by=by, reason=reason)
    takers.desk().settled(wish, _people(wish), by)


@transaction.atomic
def offer(thing, title) -> int:
    """A page has gone live: where its title says what somebody waits for, they are told, and who answers sees it."""
    title, told = normal(title), 0
    for wish in Wish.objects.waiting().select_for_update():
        if not _says(title, wish.folded) or wish.answer_id == thing.pk:
            continue
        wish.answer_type, wish.answer_id = type_of(type(thing)), thing.pk
        wish.save(update_fields=["answer_type", "answer_id"])
        takers.desk().offered(wish, _people(wish))
        told += 1
    return told


def _says(title, folded):
    return all(word in title for word in folded.split()) or is_near(title, folded)


def _near_equal(folded, taker):
    space, maintainer = (taker.space_id, taker.maintainer) if taker else (None, None)
    waiting = Wish.objects.waiting().filter(space_id=space)
    waiting = waiting.filter(maintainer=maintainer) if space is None else waiting
    return next((each for each in waiting[:LOOKED_AT] if is_near(each.folded, folded)), None)


def _must_be_few(person):
    lately = timezone.now() - timedelta(days=1)
    if Wisher.objects.filter(person=person, at__gte=lately).count() >= A_DAY:
        raise AskedEnough


def _waiting(wish, by):
    """The wish locked, while nobody has settled it."""
    wish = Wish.objects.select_for_update().get(pk=wish.pk)
    rules.require(by, "answer", wish)
    if not wish.is_waiting:
        raise Settled
    return wish


def _settle(wish, by):
    wish.settled_at, wish.settled_by = timezone.now(), by
    wish.save()


def _people(wish):
    """Who wants to hear of it and still works here."""
    return list(User.objects.active().filter(pk__in=wish.wishers.filter(wants_notice=True).values("person")))

"""Follow a channel, leave it, ask to be let in."""

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from access import audiences, rules
from access.reach import reach_of
from audit.actions import record
from content.placing import refresh_scopes
from notifications.actions import notify
from subscriptions.choices import Joining
from subscriptions.errors import ChannelError, IsCompulsory, MustApply
from subscriptions.models import CaughtUp, Channel, Follow, FollowRequest, Silence


@transaction.atomic
def follow(channel, *, by):
    """Hear of what it brings from now on. Done twice it changes nothing."""
    rules.require(by, "view", channel)
    if channel.joining == Joining.APPLY and not rules.can(by, "create", channel):
        raise MustApply
    _follow(channel, by)


def _follow(channel, person):
    _row, is_new = Follow.objects.get_or_create(channel=channel, person=person)
    if is_new and not is_compulsory_for(channel, person):
        Channel.objects.filter(pk=channel.pk).update(followers=F("followers") + 1)


@transaction.atomic
def unfollow(channel, *, by):
    """Compulsory ones stay."""
    if is_compulsory_for(channel, by):
        raise IsCompulsory
    gone, _rows = Follow.objects.filter(channel=channel, person=by).delete()
    if gone:
        Channel.objects.filter(pk=channel.pk).update(followers=Greatest(F("followers") - 1, 0))
    Silence.objects.filter(channel=channel, person=by).delete()


def is_compulsory_for(channel, person):
    return channel.compulsory_id in reach_of(person).audiences


def silence(channel, *, by, is_silent):
    """Followed all the same, without being told."""
    if is_silent:
        Silence.objects.get_or_create(channel=channel, person=by)
    else:
        Silence.objects.filter(channel=channel, person=by).delete()


def catch_up(person):
    """“全部标为已读”."""
    CaughtUp.objects.update_or_create(person=person, defaults={"at": timezone.now()})


@transaction.atomic
def ask(channel, *, by, reason=""):
    """Ask to follow a channel one applies for; its operators are told. Asked once until it is decided."""
    if channel.joining != Joining.APPLY:
        raise ChannelError
    request, is_new = FollowRequest.objects.get_or_create(
        channel=channel, person=by, decided_at=None, defaults={"reason": reason.strip()[:300]}
    )
    if is_new:
        heads = audiences.people_in(channel.stewards)[:20]
        key = f"follow_asked:{request.pk}"
        notify("channel.asked", to=heads, about=channel, actor=by, key=key, reason=request.reason)
    return request


@transaction.atomic
def decide(request, *, by, is_agreed, answer=""):
    """Let the person in, as a reader and follower, or say no. Decided once."""
    rules.require(by, "create", request.channel)
    request = FollowRequest.objects.select_for_update().get(pk=request.pk)
    if request.decided_at is not None:
        return
    channel = request.channel
    if is_agreed:
        _let_in(channel, request.person)
        _follow(channel, request.person)
    request.decided_at, request.decided_by = timezone.now(), by
    request.is_agreed, request.answer = is_agreed, answer.strip()[:300]
    request.save()
    verb = "channel.let_in" if is_agreed else "channel.turned_away"
    record(verb, channel, by=by, after={"person": request.person.number}, reason=request.answer)
    about = channel if is_agreed else None
    notify(verb, to=[request.person], about=about, actor=by, key=f"{verb}:{request.pk}", answer=request.answer)


def _let_in(channel, person):
    """By name, where the audience leaves the person out."""
    if channel.scope_id in reach_of(person).scopes:
        return
    channel.readers = audiences.intern([*audiences.rows_of(channel.readers), audiences.person(person)])
    Channel.objects.filter(pk=channel.pk).update(readers=channel.readers)
    refresh_scopes(channel)

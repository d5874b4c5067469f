"""The channels themselves: opened, and set up anew."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

import search
from access import audiences, rules
from audit.actions import record
from content.actions import spaces
from content.models import ContentPage
from files.actions import publish_files
from subscriptions import counting
from subscriptions.models import Album, Channel

OWN = ("category", "rhythm", "joining", "quota", "quota_period", "demands_approval", "has_comments",
       "selects_comments", "held_words")  # fmt: skip


@transaction.atomic
def open_channel(*, by, unit, compulsory=(), **facts):
    """A new channel of a unit, for administrators and librarians. `compulsory`: rows of who follows without asking."""
    if not spaces.may_make_spaces(by, unit):
        raise PermissionDenied
    compulsory = audiences.intern(compulsory) if compulsory else None
    channel = spaces.make(by=by, unit=unit, kind_of_space=Channel, compulsory=compulsory, **facts)
    counting.count_followers(channel)
    return channel


@transaction.atomic
def change(channel, *, by, readers, editors, stewards, compulsory=(), **facts):
    """New settings, from the next request on."""
    rules.require(by, "steward", channel)
    own = {name: facts.pop(name) for name in OWN if name in facts}
    was = channel.title
    spaces.change(channel, by=by, readers=readers, editors=editors, stewards=stewards, **facts)
    channel = Channel.objects.get(pk=channel.pk)
    before = {name: getattr(channel, name) for name in own} | {"compulsory": channel.compulsory_id}
    channel.compulsory = audiences.intern(compulsory) if compulsory else None
    for name, value in own.items():
        setattr(channel, name, value)
    channel.save(clean=False)
    counting.count_followers(channel)
    record("channel.changed", channel, by=by, before=before, after={**own, "compulsory": channel.compulsory_id})
    if channel.title != was:  # posts are found by the name of their channel
        search.touch(ContentPage, ContentPage.objects.filter(space=channel.pk).values_list("pk", flat=True))
    return channel


@transaction.atomic
def show_picture(channel, picture, *, by):
    """The channel's own picture instead of a symbol; None takes it away."""
    rules.require(by, "create", channel)
    Channel.objects.filter(pk=channel.pk).update(picture=picture)
    publish_files(channel, [picture.uid] if picture else [])
    record("channel.picture", channel, by=by, after={"picture": picture and picture.uid})


@transaction.atomic
def add_album(channel, title, *, by):
    rules.require(by, "create", channel)
    album, _is_new = Album.objects.get_or_create(
        channel=channel, title=title.strip()[:30], defaults={"position": channel.albums.count()}
    )
    return album

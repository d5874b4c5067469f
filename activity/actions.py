"""What people do with the things they read."""

from django.utils import timezone

from activity.about import type_of
from activity.models import Favourite, Reaction, Visit, Watch, WatchLevel


def favourite(person, thing):
    Favourite.objects.get_or_create(person=person, **_about(thing))


def unfavourite(person, thing):
    Favourite.objects.filter(person=person).about(thing).delete()


def watch(person, thing, level=WatchLevel.ALL):
    """Hear of it from now on, or, with WatchLevel.MUTED, never."""
    Watch.objects.update_or_create(person=person, **_about(thing), defaults={"level": level})


def unwatch(person, thing):
    Watch.objects.filter(person=person).about(thing).delete()


def react(person, thing, is_useful):
    """有用 or 没用; the last word counts, and None takes it back."""
    if is_useful is None:
        Reaction.objects.filter(person=person).about(thing).delete()
    else:
        values = {"is_useful": is_useful, "at": timezone.now()}
        Reaction.objects.update_or_create(person=person, **_about(thing), defaults=values)


def forget_visits(person):
    Visit.objects.filter(person=person).delete()


def _about(thing):
    return {"about_type": type_of(type(thing)), "about_id": thing.pk}

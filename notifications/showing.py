"""Notices as one person may see them now."""

from collections import defaultdict
from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _

from access import rules
from notifications import heaps, registry
from ui import words
from ui.days import today


def show(person, notices):
    """Put on each notice the thing it is about, if the person may still see it. One query for each kind of thing."""
    notices, wanted = list(notices), defaultdict(set)
    for notice in notices:
        needs = registry.find(notice.kind).needs
        if needs and notice.about_type_id:
            wanted[notice.about_type_id, needs].add(notice.about_id)
    found = {}
    for (kind, needs), ids in wanted.items():
        for thing in _things(person, kind, needs, ids):
            found[kind, needs, thing.pk] = thing
    for notice in notices:
        notice.thing = found.get((notice.about_type_id, registry.find(notice.kind).needs, notice.about_id))
    return notices


def _things(person, kind, needs, ids):
    model = ContentType.objects.get_for_id(kind).model_class()
    if model is None:  # the feature was taken out
        return []
    things = rules.allowed(person, needs, model._default_manager.filter(pk__in=ids))
    return things.for_list() if hasattr(things, "for_list") else things


def by_day(notices):
    """[(day, its name, [Heap of notices, …]), …], in the order given."""
    days = groupby(notices, key=lambda notice: timezone.localdate(notice.at))
    return [(day, _name(day), heaps.lay(each)) for day, each in days]


def _name(day):
    return {0: _("今天"), 1: _("昨天")}.get((today() - day).days) or words.day(day)

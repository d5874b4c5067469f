"""Screens of administrators are nothing to others: the same 404 as for what does not exist."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404

from access import rules
from access.administration import administered_paths, is_administrator
from org.models import Unit, User


def administrators_only(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not is_administrator(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def administered_unit(request, uid=None):
    """The unit of that uid, if the person administers it; without one the highest they administer."""
    units = rules.allowed(request.user, "administer", Unit.objects.all())
    if uid:
        return get_object_or_404(units, uid=uid)
    return get_object_or_404(units, path=(administered_paths(request.user) or [""])[0])


def administered_person(request, uid):
    return get_object_or_404(rules.allowed(request.user, "administer", User.objects.all()), uid=uid)

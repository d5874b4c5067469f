"""The second step at sign-in: a code from an authenticator, for administrators at least."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.urls import reverse

from audit.actions import record
from org.choices import RoleKind
from org.models import Role

PROVEN = "second_step"  # in the session: the person who proved it there


def is_missing(request):
    """Whether this person must do the second step and has not done so in this session. Costs no query."""
    must = request.user.is_superuser or (request.visit and request.visit.is_administrator)
    return bool(must) and proof(request) != request.user.pk


def prove(request, person):
    request.session[PROVEN] = person.pk


def proof(request):
    """Whose second step was done in this session, before or after signing in."""
    return request.session.get(PROVEN)


def keep(request, proven):
    """Signing in gives a new session; what was proven goes along if it was the same person."""
    request.session.pop(PROVEN, None)
    if proven == request.user.pk:
        request.session[PROVEN] = proven


def is_required_for(person):
    return person.is_superuser or Role.objects.today().filter(person=person, kind=RoleKind.ADMINISTRATOR).exists()


def is_set_up(person):
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def address(person):
    """Where the person proves it, or sets it up first."""
    return reverse("mfa_reauthenticate" if is_set_up(person) else "mfa_activate_totp")


@transaction.atomic
def begin(request):
    """It has just been set up, which proves it here; sessions that came in without it end."""
    prove(request, request.user)
    request.user.sessions.exclude(session_key=request.session.session_key).delete()
    record("second_step.set_up", request.user, by=request.user)


@transaction.atomic
def reset(person, by, reason=""):
    """Take the authenticator away from somebody who lost it; the next sign-in asks to set up another."""
    taken, _ = Authenticator.objects.filter(user=person).delete()
    if taken:
        person.sessions.all().delete()
        record("second_step.reset", person, by=by, reason=reason)

"""What follows from allauth's signals: the second step was done, or set up, in this session."""

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_used
from django.dispatch import receiver

from audit.actions import record
from org import actions, second_step


@receiver(authenticator_used)
def remember_the_second_step(sender, request, user, **kwargs):
    second_step.prove(request, user)


@receiver(authenticator_added)
def trust_only_this_session(sender, request, user, authenticator, **kwargs):
    """Setting it up proves it; sessions that came in without it end."""
    if authenticator.type == Authenticator.Type.TOTP:
        second_step.prove(request, user)
        actions.end_sessions(user, but=request.session.session_key)
        record("second_step.set_up", user, by=user)

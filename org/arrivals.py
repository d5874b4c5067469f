"""Somebody comes in: what the session says, what the person sees of it later, what the auditors see."""

from allauth.account.internal.flows.login import get_authentication_records
from django.db import transaction
from django.utils import timezone

from audit.actions import record
from org import places, second_step
from org.choices import Way
from org.devices import Device, address_of, agent_of
from org.models import SignIn

WAYS = {"password": Way.PASSWORD, "code": Way.CODE, "password_reset": Way.CODE, "slip": Way.SLIP, "demo": Way.DEMO}


@transaction.atomic
def come_in(request, person, sign_in):
    """Sign the person in and write it down."""
    way, is_shared, proven = way_of(request, person), places.is_shared(request), second_step.proof(request)
    now, device = timezone.now(), Device.of(request)
    sign_in(request, person)
    second_step.keep(request, proven)
    places.settle(request, is_shared)
    request.session.describe(
        started_at=now, last_seen_at=now, address=address_of(request), device=agent_of(request), is_shared=is_shared
    )
    write_down(request, person, way, is_new_device=not device.knows(person))
    if second_step.is_required_for(person):
        record("administrator.signed_in", person, by=person, after={"way": way}, address=address_of(request))
    request.device = device.welcome(person)


def write_down(request, person, way, **facts):
    return SignIn.objects.create(person=person, way=way, device=agent_of(request), address=address_of(request), **facts)


def way_of(request, person):
    """The first step this person took in this session."""
    records = get_authentication_records(request, person)
    if not records:
        return Way.PASSWORD
    first = records[0]
    if first["method"] == "socialaccount":
        return Way.FEISHU if first.get("provider") == "feishu" else Way.OIDC
    return WAYS.get(first["method"], Way.PASSWORD)

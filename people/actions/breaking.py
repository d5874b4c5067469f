"""Break-glass: an administrator looks at what is not open to administrators, for a day, and its stewards know."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from access import audiences, rules
from access.explain import Explained
from access.models import Audience, Grant
from access.models.grants import GrantVerb
from audit.actions import record
from notifications.actions import notify
from people.actions.errors import Refused
from ui.days import today

SHORTEST_REASON = 8  # characters


@transaction.atomic
def look_inside(kind: Explained, thing, *, reason, by):
    """Let this administrator see the thing until midnight; the stewards are told at once, with the reason."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(_("请写明原因，至少 %(count)d 个字") % {"count": SHORTEST_REASON})
    grant = Grant.objects.create(
        person=by,
        verb=GrantVerb.VIEW,
        about_type=ContentType.objects.get_for_model(rules.policy_for(type(thing)).model),
        about_id=thing.pk,
        starts_on=today(),
        ends_on=today(),
        given_by=by,
        is_break_glass=True,
        reason=reason,
    )
    record("access.broken_open", thing, by=by, after={"until": grant.ends_on}, reason=reason)
    notify("access.broken_open", to=stewards_of(kind, thing), about=thing, actor=by, key=f"{grant.pk}", reason=reason)
    return grant


def stewards_of(kind, thing):
    """The people who answer for it: the stewards of the innermost level that has some."""
    for level in reversed(kind.levels(thing)):
        if level.stewards_id:
            return list(audiences.people_in(Audience.objects.get(pk=level.stewards_id)))
    return []

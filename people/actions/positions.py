"""岗位 are the group's own list, so that a nurse is a nurse in all hospitals."""

from django.db import transaction

from audit.actions import record
from org.models import Version

FIELDS = ("code", "name", "kind", "is_head", "order")


@transaction.atomic
def keep(position, *, by):
    """A new or changed position. Who heads what follows from it, so everybody's rights are worked out anew."""
    before = type(position).objects.filter(pk=position.pk).values(*FIELDS).first() if position.pk else None
    position.save()
    after = {name: getattr(position, name) for name in FIELDS}
    if before != after:
        Version.bump(Version.ACCESS)
        record("position.changed" if before else "position.added", position, by=by, before=before, after=after)
    return position

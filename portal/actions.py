"""What administrators do with module links, and people with their own quick links."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

import jobs
from access import audiences
from audit.actions import record
from portal import links
from portal.models import ModuleLink, QuickLink
from portal.tasks import CHECK

SAID = ("name", "address", "icon", "colour", "is_on", "opens_new", "audience_id")


# -- module links ----------------------------------------------------------------------------------
@transaction.atomic
def keep(module, *, audience, by):
    """Save a module link with its audience; the address is tried soon after."""
    before = _said(ModuleLink.objects.get(pk=module.pk)) if module.pk else None
    module.audience = audiences.intern(audience)
    module.checked_at, module.trouble = None, ""
    module.save()
    record("module.changed" if before else "module.added", module, by=by, before=before, after=_said(module))
    if module.is_elsewhere:
        jobs.due(CHECK, key=module.uid, payload={"uid": module.uid}, again=True)


@transaction.atomic
def remove(module, *, by):
    record("module.removed", module, by=by, before=_said(module))
    module.delete()


@transaction.atomic
def put_in_order(unit, uids, *, by):
    """Order the links of a unit; those not named keep their order behind the named."""
    modules = list(unit.module_links.order_by("order", "name", "pk"))
    before = [module.name for module in modules]
    _order(modules, uids, key=lambda module: module.uid)
    after = [module.name for module in sorted(modules, key=lambda module: module.order)]
    if before != after:
        ModuleLink.objects.bulk_update(modules, ["order"])
        record("module.ordered", unit, by=by, before=before, after=after)


def _said(module):
    return {name: getattr(module, name) for name in SAID}


# -- quick links -----------------------------------------------------------------------------------
@transaction.atomic
def arrange(person) -> list[QuickLink]:
    """The person's own rows; the first time they begin as a copy of the hospital's arrangement."""
    own = list(QuickLink.objects.filter(person=person).select_related("module"))
    if own:
        return own
    doors = links.usual(person)
    rows = [QuickLink(person=person, module=door.module, order=place) for place, door in enumerate(doors)]
    return QuickLink.objects.bulk_create(rows)


@transaction.atomic
def add_module(person, module):
    if not any(link.module_id == module.pk for link in _with_room(person)):
        QuickLink.objects.create(person=person, module=module)


@transaction.atomic
def add_own(person, *, name, address):
    _with_room(person)
    QuickLink.objects.create(person=person, name=name, address=address)


@transaction.atomic
def take_out(person, key):
    """`key` names the link as in `put_own_in_order`; twice is once."""
    for link in arrange(person):
        if key_of(link) == key:
            link.delete()


@transaction.atomic
def put_own_in_order(person, keys):
    own = arrange(person)
    _order(own, keys, key=key_of)
    QuickLink.objects.bulk_update(own, ["order"])


def as_the_hospital_has_it(person):
    QuickLink.objects.filter(person=person).delete()


def key_of(link) -> str:
    """How forms name a link, before and after it is a row of the person's own."""
    return link.module.uid if link.module else f"own-{link.pk}"


def _with_room(person):
    own = arrange(person)
    if len(own) >= links.MOST:
        raise ValidationError(_("最多 %(most)d 个，请先移出一个") % {"most": links.MOST})
    return own


def _order(rows, keys, key):
    places = {each: place for place, each in enumerate(keys)}
    rows.sort(key=lambda row: places.get(key(row), len(places)))
    for place, row in enumerate(rows):
        row.order = place

"""常用: the doors on somebody's home. The hospital's arrangement, until a person makes the own."""

from dataclasses import dataclass

from access.prepared import prepared
from portal.models import ModuleLink, QuickLink

MOST = 8  # doors on the home page


@dataclass(frozen=True)
class Door:
    """One door as a person sees it. `own` is the row that put it there, where the person did."""

    name: str
    url: str
    icon: str
    colour: str
    opens_new: bool
    module: ModuleLink | None = None
    own: QuickLink | None = None

    @property
    def key(self):
        """How forms name it; see actions.key_of."""
        return self.module.uid if self.module else f"own-{self.own.pk}"


def modules_for(user) -> list[ModuleLink]:
    """Every module link this person may use, in the order of the administrators."""
    return prepared(_modules, user)()


def _modules(user):
    return ModuleLink.objects.visible_to(user).in_order()


def usual(user) -> list[Door]:
    """Two queries."""
    modules = modules_for(user)
    own = own_doors(user, modules)
    return own or [door_of(module) for module in modules[:MOST]]


def own_doors(user, modules) -> list[Door]:
    """What the person arranged, without modules that are no longer for them."""
    by_pk = {module.pk: module for module in modules}
    links = prepared(_own_links, user)()
    return [
        _door(link, by_pk.get(link.module_id)) for link in links if link.module_id is None or link.module_id in by_pk
    ]


def _own_links(user):
    return QuickLink.objects.filter(person=user)


def door_of(module, own=None) -> Door:
    url = module.get_absolute_url()
    return Door(module.name, url, module.icon, module.colour, module.opens_new, module=module, own=own)


def _door(link, module) -> Door:
    if module:
        return door_of(module, link)
    is_elsewhere = "//" in link.address
    icon = "link" if is_elsewhere else "file-text"
    return Door(link.name, link.address, icon, "file", is_elsewhere, own=link)

"""What people may favour, watch or visit: kinds of things by short name, found by uid behind the one door."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404

from access import rules
from ui.lines import Line
from ui.uid import is_uid

_kinds: dict[str, "Kind"] = {}


class Kind:
    """One kind of thing, registered in its room's portal.py. Its model has a uid and a rule in access."""

    name = ""  # stands in addresses: /activity/<name>/<uid>/…
    model = None

    def seen_by(self, user):
        return rules.allowed(user, "view", self.model._default_manager.all())

    columns: tuple[str, ...] = ("uid",)  # what a line shows: lists read these, never whole things

    def line(self, row, **more) -> Line:
        """`row` has `pk` and the columns by name, a relation's as `space__title`."""
        raise NotImplementedError(f"{type(self).__name__} does not say how a line looks")


def register(kind):
    """A class decorator."""
    _kinds[kind.name] = kind()
    return kind


def kinds() -> list[Kind]:
    return list(_kinds.values())


def find(user, name, uid):
    """The thing of that address, or the same 404 for the unknown and the forbidden."""
    if name not in _kinds or not is_uid(uid):
        raise Http404
    thing = _kinds[name].seen_by(user).filter(uid=uid).first()
    if thing is None:
        raise Http404
    return thing


def type_of(model) -> ContentType:
    """The type under which rows about it are kept: that of the model whose rule covers it."""
    return ContentType.objects.get_for_model(rules.policy_for(model).model)

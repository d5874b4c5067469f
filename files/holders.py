"""What files may belong to: rooms register their models here, and a file is read by whoever may read its holder."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q
from django.db.models.signals import post_delete

from access import rules

_holders: dict[type[Model], "Holder"] = {}


@dataclass(frozen=True)
class Holder:
    """A model, and its own words for what opens its files."""

    model: type[Model]
    view: str  # reads files of the live text
    draft: str  # reads files of drafts too
    edit: str  # adds, renames and removes files
    begin: str  # begins things below it, whose files come before they are there
    take: str = ""  # takes files away and does not only view them; empty: whoever fetches them

    @property
    def kind(self) -> ContentType:
        return ContentType.objects.get_for_model(self.model)

    def may(self, user, verb) -> Exists:
        """Asked of one file at a time, so the rule of the holder meets one row and not all."""
        return Exists(rules.allowed(user, verb, self.model._default_manager.filter(pk=OuterRef("about_id"))))

    def opens(self, user, action) -> Q:
        if action == "view":
            return self.of_mine() & (Q(is_published=True) & self.may(user, self.view) | self.may(user, self.draft))
        if action == "download":
            fetched = self.opens(user, "view")
            return fetched & self.may(user, self.take) if self.take else fetched
        return self.of_mine() & self.may(user, self.edit)

    def of_mine(self) -> Q:
        return Q(about_type=self.kind)


def register(model, *, view="view", draft="draft", edit="edit", begin="create", take=""):
    """Say that things of this model have files. The model has a rule in access; its files go when it goes."""
    _holders[model] = Holder(model, view, draft, edit, begin, take)
    post_delete.connect(_let_go, sender=model, dispatch_uid=f"files of {model._meta.label}")


def registered() -> list[Holder]:
    return list(_holders.values())


def holder_of(model) -> Holder:
    """The registration of the model or its nearest ancestor. Raises LookupError."""
    for ancestor in model.__mro__:
        if ancestor in _holders:
            return _holders[ancestor]
    raise LookupError(f"{model._meta.label} is not registered to have files.")


def editable(user, uid):
    """The thing of that uid to which this person may add files, or None."""
    return _first(user, uid, "edit")


def open_below(user, uid):
    """The thing of that uid below which this person may begin another, or None."""
    return _first(user, uid, "begin")


def _first(user, uid, verb):
    for holder in registered():
        things = rules.allowed(user, getattr(holder, verb), holder.model._default_manager.filter(uid=uid))
        if thing := things.first():
            return thing
    return None


def _let_go(sender, instance, **signal):
    from files.models import HELD

    for model in HELD:
        model.objects.filter(about_type=_holders[sender].kind, about_id=instance.pk).delete()

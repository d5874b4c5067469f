"""The one door: a rule a model, written once as Q, that serves check and filter alike."""

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Q, Value, When
from django.http import Http404

NO_ONE = Q(pk__in=[])
_rules: dict[type, "RulePolicy"] = {}


class RulePolicy:
    """Who may do what with the rows of a model. Subclasses write `rule`; everything else follows from it."""

    actions: tuple[str, ...] = ("view",)

    def __init__(self, model):
        self.model = model

    def rule(self, user, action) -> Q:
        raise NotImplementedError(f"{type(self).__name__} has no rule")

    def allowed(self, user, action, queryset=None):
        """The rows with which this person may do that."""
        queryset = self.model._default_manager.all() if queryset is None else queryset
        if action not in self.actions or not user.is_authenticated or not user.is_active:
            return queryset.none()
        return queryset.filter(self.rule(user, action))

    def can(self, user, action, thing) -> bool:
        return self.allowed(user, action).filter(pk=thing.pk).exists()


def register(model):
    """`@register(Ticket)` above a RulePolicy makes it the answer for that model and its subclasses."""

    def decorate(policy):
        _rules[model] = policy(model)
        return policy

    return decorate


def policy_for(model) -> RulePolicy:
    """The policy of the model or its nearest ancestor. Raises LookupError when nobody wrote one."""
    for ancestor in model.__mro__:
        if ancestor in _rules:
            return _rules[ancestor]
    raise LookupError(f"No rule says who may see {model._meta.label}.")


def registered() -> dict[type, RulePolicy]:
    return dict(_rules)


def allowed(user, action, queryset):
    """Narrow a queryset to what this person may do that with."""
    return policy_for(queryset.model).allowed(user, action, queryset)


def can(user, action, thing) -> bool:
    return policy_for(type(thing)).can(user, action, thing)


def verbs(user, thing) -> frozenset[str]:
    """All actions this person may do with the thing, in one query."""
    policy = policy_for(type(thing))
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    answers = {
        f"can_{action}": Case(When(policy.rule(user, action), then=Value(True)), default=Value(False))
        for action in policy.actions
    }
    row = policy.model._default_manager.filter(pk=thing.pk).order_by().values(**answers).first() or {}
    return frozenset(name.removeprefix("can_") for name, answer in row.items() if answer)


def require(user, action, thing) -> None:
    """Go on, or answer 404 to whoever may not even see it and 403 to whoever may only look."""
    policy = policy_for(type(thing))
    if policy.can(user, action, thing):
        return
    if action != "view" and policy.can(user, "view", thing):
        raise PermissionDenied
    raise Http404

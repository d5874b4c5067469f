"""What has to happen when a colleague leaves: rooms above say so here, and `org.actions.leave` sees to it.

A room registers in its `apps.py` or `tasks.py`:

@on_leave
def hand_over_pages(person, *, day, by): ...
"""

from collections.abc import Callable

_listeners: list[Callable] = []
_tokens: list[Callable] = []


def on_leave(function):
    """Call the function with (person, day=, by=) in the transaction in which somebody leaves. Twice is once."""
    if function not in _listeners:
        _listeners.append(function)
    return function


def on_disable(function):
    """Call the function with the person in the transaction that disables an account: tokens end there."""
    if function not in _tokens:
        _tokens.append(function)
    return function


def end_tokens(person):
    """An account is disabled. Called by `org.actions.disable`."""
    for listener in _tokens:
        listener(person)


def tell_all(person, *, day, by):
    """Somebody leaves: everybody who registered does their part now. Called by `org.actions.leave`."""
    for listener in _listeners:
        listener(person, day=day, by=by)


def head_above(person):
    """Whoever takes over from a leaver: a head of the main unit or, failing that, of a unit above it; else None."""
    from org.models import Membership, User

    post = person.memberships.select_related("unit").order_by("-is_main", "-starts_on").first()
    if post is None:
        return None
    heads = (
        Membership.objects.today()
        .reaching(post.unit)
        .filter(position__is_head=True, person__is_active=True)
        .exclude(person=person)
        .order_by("-unit__path", "-is_main", "person__number")
    )
    head = heads.values_list("person", flat=True).first()
    return User.objects.filter(pk=head).first()

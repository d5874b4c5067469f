"""What a line tells: numbers alone, no word of what a notice says."""

from typing import NamedTuple

from django.db.models import Max

from notifications.models import Notice
from org.models import Session
from org.sockets import callers, codes
from org.sockets.callers import Caller


class Numbers(NamedTuple):
    unread: int
    urgent: int
    latest: int  # the newest notice's


class Admission(NamedTuple):
    session: str
    person: int
    newest: int  # notice of anybody: what comes after it is news
    numbers: Numbers


class Seen(NamedTuple):
    """What one look found: numbers of the sessions that still are, and how far the notices went."""

    sessions: dict[str, tuple[int, int]]
    latest: dict[int, int]
    newest: int


def admit(caller: Caller) -> Admission | int:
    """Or the code of the refusal. Called in a thread."""
    request = caller.request()
    if not caller.is_at_home():
        return codes.FORBIDDEN
    if not callers.may_enter(request):
        return codes.SIGN_IN
    return Admission(request.session.session_key, request.user.pk, newest(), of(request.user))


def of(user) -> Numbers:
    """One query: the counters came with the request."""
    latest = Notice.objects.of(user).order_by("-at", "-pk").values_list("pk", flat=True).first()
    return Numbers(user.unread, user.urgent, latest or 0)


def newest() -> int:
    return Notice.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def look(sessions, after) -> Seen:
    """Two queries for everybody: whoever signed out, left or must do something first is not among the answers."""
    here = Session.objects.live().filter(pk__in=sessions, user__is_active=True, user__must_change_password=False)
    found = {key: numbers for key, *numbers in here.values_list("pk", "user__unread", "user__urgent")}
    news = Notice.objects.filter(pk__gt=after).order_by().values("person").annotate(latest=Max("pk"))
    latest = dict(news.values_list("person", "latest"))
    return Seen(found, latest, max(latest.values(), default=after))

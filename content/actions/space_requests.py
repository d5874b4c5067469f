"""申请新空间: ask the knowledge office for a shelf, and decide about it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access import rules
from access.reach import reach_of
from audit.actions import record
from content.actions.spaces import create
from content.errors import AlreadyDecided, WritingError
from content.models import SpaceRequest
from notifications.actions import notify
from org.choices import RoleKind
from org.models import Role, Unit, User

OPEN_AT_ONCE = 5  # requests of one person that wait; more are refused


class AskedEnough(WritingError):
    message = _("您已有几份申请在等答复，请先等一等。")


def askable_units(person):
    """Where one may ask for a space: one's own units and those above them."""
    return Unit.objects.above(reach_of(person).units).open()


@transaction.atomic
def ask(person, *, unit, title, reason):
    """Tell the knowledge office; it answers in its own time."""
    if SpaceRequest.objects.waiting().filter(person=person).count() >= OPEN_AT_ONCE:
        raise AskedEnough
    request = SpaceRequest.objects.create(person=person, unit=unit, title=title, reason=reason)
    record("space.asked", unit, by=person, after={"title": title}, reason=reason)
    notify(
        "space.asked",
        to=office_of(unit),
        actor=person,
        key=str(request.pk),
        pk=request.pk,
        who=person.name,
        title=title,
        reason=reason,
    )
    return request


@transaction.atomic
def accept(request, *, by, unit, **settings):
    """Make the space, as the office has worded it, and tell who asked."""
    request = _open(request, by)
    space = create(by=by, unit=unit, **settings)
    _decided(request, by, space=space)
    notify("space.given", to=[request.person], about=space, actor=by, key=str(request.pk))
    return space


@transaction.atomic
def decline(request, *, by, answer):
    """Say why not."""
    request = _open(request, by)
    _decided(request, by, answer=answer)
    record("space.declined", request.unit, by=by, after={"title": request.title}, reason=answer)
    words = {"title": request.title, "answer": answer}
    notify("space.declined", to=[request.person], actor=by, key=str(request.pk), **words)


def office_of(unit):
    """The librarians of the unit and above; the administrators where there is none."""
    bearers = Role.objects.today().reaching(unit).filter(person__is_active=True)
    for role in (RoleKind.LIBRARIAN, RoleKind.ADMINISTRATOR):
        if people := list(User.objects.filter(pk__in=bearers.filter(kind=role).values("person"))[:20]):
            return people
    return []


def _open(request, by):
    """The request locked, while nobody has decided it."""
    request = SpaceRequest.objects.select_for_update().select_related("person", "unit").get(pk=request.pk)
    rules.require(by, "decide", request)
    if request.decided_at is not None:
        raise AlreadyDecided
    return request


def _decided(request, by, **answer):
    request.decided_at, request.decided_by = timezone.now(), by
    for name, value in answer.items():
        setattr(request, name, value)
    request.save()

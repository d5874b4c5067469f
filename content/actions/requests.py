"""“请求查看”: ask for a page one may not see, and decide about it."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from access import rules
from access.audiences import people_in
from access.models import AccessRequest, Grant
from access.models.grants import GrantVerb
from audit.actions import record
from content.errors import AlreadyDecided
from content.models import ContentPage
from notifications.actions import notify
from ui.days import today

ASKED_A_DAY = 20  # requests of one person; more are dropped like those for what does not exist


@transaction.atomic
def ask(person, uid, reason):
    """Ask for the page with this uid. Silent when there is none or it can be read already: nothing is given away."""
    page = ContentPage.objects.pages().filter(uid=uid, live=True).select_related("maintainer", "space").first()
    if page is None or rules.can(person, "view", page) or _asks_too_much(person):
        return
    about = {"about_type": ContentType.objects.get_for_model(ContentPage), "about_id": page.pk}
    request, is_new = AccessRequest.objects.get_or_create(
        person=person, decided_at=None, **about, defaults={"reason": reason[:500]}
    )
    if is_new:
        notify(
            "access.asked", to=deciders(page), about=page, actor=person, key=f"access.asked:{request.pk}", reason=reason
        )


@transaction.atomic
def decide(request, *, by, days=None, answer=""):
    """Let the person read the page for some days, or, without days, say no with a reason. Decided once."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    page = request.about
    if page is None:
        raise AlreadyDecided
    rules.require(by, "edit", page)
    if request.decided_at is not None:
        raise AlreadyDecided
    if days:
        request.grant = Grant.objects.create(
            person=request.person,
            verb=GrantVerb.VIEW,
            about=page,
            ends_on=today() + timedelta(days=days),
            given_by=by,
            reason=request.reason,
        )
    request.decided_at, request.decided_by, request.answer = timezone.now(), by, answer[:500]
    request.save()
    verb = "access.given" if days else "access.declined"
    record(verb, page, by=by, after={"person": request.person.number, "days": days}, reason=answer)
    notify(verb, to=[request.person], about=page, actor=by, key=f"{verb}:{request.pk}", answer=answer)


def deciders(page):
    """Who hears of a request: the maintainer while there is one at work, else the space's stewards."""
    if page.maintainer and page.maintainer.is_active:
        return [page.maintainer]
    return list(people_in(page.space.stewards)[:20])


def _asks_too_much(person):
    since = timezone.now() - timedelta(days=1)
    return AccessRequest.objects.filter(person=person, asked_at__gt=since).count() >= ASKED_A_DAY

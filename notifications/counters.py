"""How many notices wait for each person: numbers on the person's row, which every request reads anyway."""

from django.db import transaction
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from notifications import registry
from notifications.live import waking
from notifications.models import Notice
from org.models import User


def raise_for(people, kind):
    """One more for each of these people, in the transaction of the notices."""
    more = {"unread": F("unread") + 1}
    if registry.find(kind).is_urgent:
        more["urgent"] = F("urgent") + 1
    User.objects.filter(pk__in=people).update(**more)
    waking.when_committed(people)


def recount(people):
    """As the rows say. Whoever would raise a number meanwhile waits for the lock."""
    with transaction.atomic():
        users = User.objects.filter(pk__in=people)
        list(users.order_by("pk").select_for_update().values_list("pk"))
        users.update(**real())
    waking.when_committed(people)


def real() -> dict:
    """The right numbers of a user, as expressions."""
    unread = Notice.objects.unread().filter(person=OuterRef("pk"))
    return {"unread": _count(unread), "urgent": _count(unread.filter(kind__in=registry.urgent_names()))}


def _count(notices):
    return Coalesce(Subquery(notices.order_by().values("person").annotate(count=Count("pk")).values("count")), 0)

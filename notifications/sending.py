"""Making notices of what was told: for whoever may see the thing now."""

from django.contrib.contenttypes.models import ContentType

from access import rules
from notifications import counters, registry, routing
from notifications.models import Notice
from org.models import User, Version


def send(people, *, kind, about, actor, key, at, values):
    """A notice for each of these people, once a key, and their unread counters raised with it."""
    people = _who_may(User.objects.active().filter(pk__in=people), registry.find(kind), about)
    told = set(Notice.objects.filter(key=key, person__in=people).values_list("person", flat=True))
    news = [person for person in people if person.pk not in told]
    about_type, about_id = about or (None, None)
    Notice.objects.bulk_create(
        Notice(
            person=person, kind=kind, key=key, actor_id=actor, about_type_id=about_type, about_id=about_id, at=at,
            values=values,
        )
        for person in news
    )  # fmt: skip
    counters.raise_for([person.pk for person in news], kind)
    if news:
        routing.route(key)


def _who_may(people, kind, about):
    if kind.needs is None:
        return list(people)
    thing = about and ContentType.objects.get_for_id(about[0]).model_class()._base_manager.filter(pk=about[1]).first()
    if not thing:
        return []
    version = Version.current(Version.ACCESS)
    may = []
    for person in people:
        person.versions_of_request = (person.access_version, version)  # read just now, so once for all of them
        if rules.can(person, kind.needs, thing):
            may.append(person)
    return may

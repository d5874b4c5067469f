"""Once a week the stewards hear what was searched in vain near to what their space holds."""

from collections import defaultdict

from django.db import transaction

import search
from access.audiences import people_in
from content.models import ContentPage, Space
from notifications.actions import notify
from org.models import Unit, User
from search.history import figures
from search.history.figures import Week
from search.models import Missing
from ui.days import today

TOLD = 10  # phrases named in a notice
FRESH = 3  # days after a week in which it is still told: the worker may have been away on Monday


def tell():
    """Of the week that has ended; called every day, and what was told is not told again."""
    week, group, by_space = Week.last(), Unit.get_first_root_node(), defaultdict(list)
    if today().weekday() >= FRESH or group is None:
        return
    for each in figures.in_vain(week, [group.path]):
        if (space := _space_near(each)) is not None:
            by_space[space].append(each)
    for space, phrases in by_space.items():
        _tell(space, week, phrases)


def _space_near(each):
    """Where what comes near the phrase stands, among what one of those who searched it may see."""
    person = User.objects.active().filter(pk=each.somebody).first()
    if person is None:
        return None
    near = [hit.uid for hit in search.query(each.phrase, person, per_page=5).hits if hit.uid]
    pages = ContentPage.objects.knowledge().visible_to(person).filter(uid__in=near).values_list("uid", "space")
    spaces = dict(pages)
    return next((spaces[uid] for uid in near if uid in spaces), None)


@transaction.atomic
def _tell(pk, week, phrases):
    space = Space.objects.get(pk=pk)
    Missing.objects.bulk_create(
        [
            Missing(space_id=pk, monday=week.monday, phrase=each.phrase, times=each.times, people=each.people)
            for each in phrases
        ],
        ignore_conflicts=True,
    )
    said = [each.phrase for each in phrases[:TOLD]]
    key = f"missing:{space.pk}:{week.monday}"
    notify("space.missing", to=people_in(space.stewards)[:20], about=space, key=key, phrases=said, count=len(phrases))

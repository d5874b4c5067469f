"""大家在搜: what at least five colleagues searched in thirty days, and never who."""

import time
from functools import lru_cache

from django.db.models import Count, Min
from django.utils import timezone

from access.reach import reach_of, rights_of
from org.choices import UnitKind
from org.models import Unit, Version
from search.history.asking import ENOUGH, LATELY
from search.history.names import Colleagues
from search.models import PastSearch
from search.words import words_for
from search.words.book import WORDS

SHOWN = 6
LOOKED_AT = 60  # phrases of which some name a person
KEPT = 20  # of which some may lead nowhere for this reader
FRESH_FOR = 600  # seconds for which the list of a person stays as it is
COUNTED_EVERY = 3600  # seconds: counting 100,000 searches of a month takes a fifth of one


def popular(user, limit=SHOWN) -> list[str]:
    """Phrases that lead to something this person may see: those of the own hospital first, then of the group.

    Counts once for each phrase what it leads to, 2 ms, and then for ten minutes not again, unless rights, pages or
    the librarians' words change.
    """
    if not user.is_authenticated:
        return []
    changing = Version.objects.filter(name__in=(Version.PAGES, WORDS)).order_by("name")
    versions = (*rights_of(user), *changing.values_list("number", flat=True))
    return list(_popular(user, versions, int(time.time() // FRESH_FOR)))[:limit]


def forget():
    """For tests: what was worked out belongs to one of them."""
    _popular.cache_clear()
    _often.cache_clear()


def own_hospital(user):
    """The hospital of the person's units, or None for whoever works for the group itself."""
    units = Unit.objects.above(reach_of(user).units).filter(kind=UnitKind.HOSPITAL)
    return units.first()


@lru_cache(maxsize=2_000)
def _popular(user, _versions, _slot):
    from search.answering.counting import number

    hospital, words = own_hospital(user), words_for(user)
    hour = int(time.time() // COUNTED_EVERY)
    phrases = (_often(hospital.pk, hour) if hospital else ()) + _often(None, hour)
    shown = []
    for phrase in dict.fromkeys(phrases):
        if len(shown) < SHOWN and not words.is_unlisted(phrase) and number(phrase, user):
            shown.append(phrase)
    return tuple(shown)


@lru_cache(maxsize=200)
def _often(hospital, _hour) -> tuple[str, ...]:
    """What many searched and found, in a hospital or in the whole group; nothing that names a person."""
    lately = PastSearch.objects.since(timezone.now() - LATELY).filter(found__gt=0)
    if hospital:
        lately = lately.filter(hospital=hospital)
    often = lately.order_by().values("folded").annotate(people=Count("person", distinct=True), typed=Min("phrase"))
    often = often.filter(people__gte=ENOUGH).order_by("-people", "folded")[:LOOKED_AT]
    rows = [(row["folded"], row["typed"]) for row in often]
    colleagues, words = Colleagues() if rows else None, words_for()
    return tuple(typed for folded, typed in rows if not colleagues.are_named_in(folded, words))[:KEPT]

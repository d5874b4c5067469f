"""Questions about the own history, and what may be said of everybody's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from search.history import recording
from search.history.likeness import is_near
from search.models import HistoryOff, PastSearch
from search.words.folding import normal
from ui import words

SHOWN = 10  # own phrases in the search box
LOOK_BACK = 60  # rows looked at for them: the same is searched again and again
ENOUGH = 5  # people, from which on anything is said of what others searched
LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Recent:
    """One of the own phrases."""

    phrase: str
    at: datetime

    @property
    def day(self):
        """“今天”, “昨天”, “3 月 16 日”."""
        return words.near_day(self.at)


def recent(user, limit=SHOWN) -> list[Recent]:
    """The own last phrases, each once, the latest first. One query, two while something is not written yet."""
    rows = PastSearch.objects.of(user).values_list("folded", "phrase", "at")[:LOOK_BACK]
    found = {folded: Recent(phrase, at) for folded, phrase, at in reversed(rows)}
    fresh = recording.fresh(user)
    if fresh and is_kept(user):
        found |= {folded: Recent(note.phrase, note.at) for folded, note in fresh.items()}
    return sorted(found.values(), key=lambda each: each.at, reverse=True)[:limit]


def is_kept(user) -> bool:
    return not HistoryOff.objects.filter(person=user).exists()


def near_searchers(phrase, user) -> int:
    """How many colleagues searched nearly the same in the last thirty days; 0 where they are too few to be told."""
    typed = normal(phrase)
    lately = PastSearch.objects.since(timezone.now() - LATELY).exclude(person=user)
    beginnings = {word[:2] for word in typed.split()}
    phrases = {
        folded
        for each in beginnings
        for folded in lately.filter(folded__contains=each).values_list("folded", flat=True).distinct()[:200]
    }
    near = [folded for folded in phrases if is_near(folded, typed)]
    number = lately.filter(folded__in=near).values("person").distinct().count() if near else 0
    return number if number >= ENOUGH else 0

"""Last week, as the librarian's screen tells it."""

from dataclasses import dataclass

from django.utils import timezone

import search
from search.history import figures
from search.history.figures import Week
from search.history.likeness import is_near
from search.models import Wish
from search.words import words_for

LISTED = 20  # phrases in vain; each is searched once more to say how it stands today


@dataclass(frozen=True)
class Row:
    """A phrase in vain, and how it stands now."""

    phrase: str
    times: int
    people: int
    now: int  # hits today
    near: str  # a title that comes near
    expands: str  # what is searched for it besides, by now
    has_wish: bool


def overview(user, paths) -> dict:
    """Figures of last week against the one before, and the phrases in vain."""
    week = Week.last()
    said, before = figures.figures(week, paths), figures.figures(week.before, paths)
    wishes = list(Wish.objects.waiting().within(paths))
    rows = rows_of(user, figures.in_vain(week, paths, limit=LISTED), wishes)
    oldest = min((wish.asked_at for wish in wishes), default=None)
    return {
        "week": week,
        "figures": said,
        "empty_change": said.empty - before.empty if before.searches else None,
        "wishes": len(wishes),
        "oldest": (timezone.now() - oldest).days if oldest else None,
        "rows": rows,
        "count": len(rows),
        "told_from": figures.TOLD_FROM,
    }


def rows_of(user, phrases, wishes) -> list[Row]:
    words = words_for(user)
    return [_row(each, user, words, wishes) for each in phrases]


def _row(each, user, words, wishes):
    found = search.query(each.phrase, user, per_page=1)
    near = found.hits[0].title if found.hits and not found.total else ""
    expands = "、".join(dict.fromkeys(one.instead for one in words.explained(each.phrase)))
    has_wish = any(is_near(wish.folded, each.folded) for wish in wishes)
    return Row(each.phrase, each.times, each.people, found.total, near, expands, has_wish)


def count_uses(synonyms, paths):
    """Say on each how often it was used last week."""
    times = figures.uses(Week.last(), paths, synonyms)
    for each in synonyms:
        each.uses = times[each.pk]


def count_openings(pins, paths):
    times = figures.opened_by(Week.last(), paths, pins)
    for each in pins:
        each.openings = times[each.pk]

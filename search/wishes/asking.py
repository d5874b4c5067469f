"""Where a wish would go, before it is made."""

from dataclasses import dataclass

import search
from search import history
from search.wishes import takers

NEAR = 10  # hits looked at for whose field it is


@dataclass(frozen=True)
class Offer:
    """What is offered to somebody who found nothing."""

    phrase: str
    taker: takers.Taker | None
    colleagues: int  # who searched nearly the same lately; 0 where they are too few to be told


def offer_for(phrase, user) -> Offer:
    return Offer(phrase, taker_for(phrase, user), history.near_searchers(phrase, user))


def taker_for(phrase, user):
    """Whoever keeps what comes near the phrase, among what this person may see."""
    found = search.query(phrase, user, per_page=NEAR)
    return takers.desk().taker_for(phrase, user, [hit.uid for hit in found.hits if hit.uid])

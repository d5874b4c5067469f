"""Whoever keeps what comes near a phrase takes the wish for it."""

from collections import Counter

from django.db.models import Q

from access.audiences import people_in
from access.reach import reach_of
from content import queries
from content.actions.space_requests import office_of
from content.models import ContentPage, Space
from content.models.pages import LIBRARY
from notifications.actions import notify
from org.models import Unit
from search.wishes import takers
from search.wishes.takers import Taker

MOST_TOLD = 20  # stewards or librarians of one wish


@takers.register
class Spaces(takers.Desk):
    """Wishes go to the space in which most of what comes near stands, and there to who maintains the nearest page."""

    def taker_for(self, phrase, user, near):
        """Two queries where something comes near; else the space of the own unit."""
        pages = ContentPage.objects.knowledge().visible_to(user).filter(uid__in=near).select_related("maintainer")
        pages = sorted(pages.defer("body"), key=lambda page: near.index(page.uid))
        weights = Counter()
        for page in pages:
            weights[page.space_id] += 1 / (1 + near.index(page.uid))
        if not weights:
            return self._of_own_unit(user)
        space = Space.objects.get(pk=max(weights, key=weights.get))
        keepers = (page.maintainer for page in pages if page.space_id == space.pk)
        keeper = next((each for each in keepers if each and each.is_active and each.pk != user.pk), None)
        return Taker(space.title, space.pk, keeper or self._steward(space, user))

    def _of_own_unit(self, user):
        own = queries.own_spaces(user, queries.spaces_of(user))
        return Taker(own[0].title, own[0].pk, self._steward(own[0], user)) if own else None

    def _steward(self, space, user):
        return people_in(space.stewards).exclude(pk=user.pk).first()

    def answerable(self, user) -> Q:
        reach = reach_of(user)
        kept = Space.objects.filter(shelf=LIBRARY, stewards__in=reach.audiences, scope__in=reach.scopes)
        return Q(space_id__in=kept.values("pk"))

    def asked(self, wish, by):
        notify("wish.asked", to=self._told(wish), about=wish, actor=by, key=str(wish.pk))

    def offered(self, wish, people):
        key = f"{wish.pk}:{wish.answer_id}"
        notify("wish.offered", to=people, about=wish.answer, key=key, phrase=wish.phrase)

    def settled(self, wish, people, by):
        said = {"phrase": wish.phrase, "reason": wish.reason}
        kind = "wish.declined" if wish.is_declined else "wish.answered"
        about = None if wish.is_declined else wish.answer
        notify(kind, to=people, about=about, actor=by, key=str(wish.pk), **said)

    def _told(self, wish):
        """Its maintainer; where there is none the stewards of the space, or the librarians."""
        if wish.maintainer is not None and wish.maintainer.is_active:
            return [wish.maintainer]
        space = Space.objects.filter(pk=wish.space_id).first()
        stewards = list(people_in(space.stewards)[:MOST_TOLD]) if space else []
        return stewards or office_of(wish.hospital or Unit.get_first_root_node())

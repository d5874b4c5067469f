"""A question of Wagtail's: the engine says what holds the words, the database decides the rest.

Filters, order, counts and facets are the queryset's own, of this moment. So a page that was moved, hidden or deleted
a second ago is where it belongs, whatever the index still thinks; and any filter and order works.
"""

from functools import reduce
from operator import and_, or_

from django.db.models import Q
from modelsearch.backends.base import BaseSearchQueryCompiler, SearchFieldError
from modelsearch.index import AutocompleteField, SearchField
from modelsearch.query import And, MatchAll, Not, Or
from modelsearch.utils import get_descendants_content_types_pks

from search.backends import asking

NOTHING = Q(pk__in=[])


class Compiler(BaseSearchQueryCompiler):
    """Of whole words. An engine adds `holds` and `best`."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    half_typed = False

    def check(self):
        """Wagtail's refuses filters that an index does not know; ours never go there."""
        kinds = (SearchField, AutocompleteField)
        known = {each.field_name for each in self.queryset.model.get_search_fields() if isinstance(each, kinds)}
        for name in self.fields or ():
            if name not in known:
                raise SearchFieldError(f"{self.queryset.model.__name__} has no search field {name}.", field_name=name)

    @property
    def in_title(self):
        return list(self.fields or ()) == ["title"]

    @property
    def types(self):
        return get_descendants_content_types_pks(self.queryset.model)

    def leaf(self, query):
        return asking.leaf_of(query, half_typed=self.half_typed)

    @property
    def is_ranked(self):
        return self.order_by_relevance and asking.can_be_ranked(self.query)

    def found(self):
        """The queryset of what answers, in no order of ours."""
        return self.queryset.filter(self.condition(self.query))

    def in_order(self):
        found = self.found()
        return found if found.query.order_by else found.order_by("-pk")

    def condition(self, query) -> Q:
        if isinstance(query, MatchAll):
            return Q()
        if isinstance(query, Not):
            return ~self.condition(query.subquery) if not isinstance(query.subquery, MatchAll) else NOTHING
        if isinstance(query, Or) and any(isinstance(child, MatchAll) for child in query.subqueries):
            return Q()
        if isinstance(query, (And, Or)):
            parts = [self.condition(child) for child in query.subqueries]
            return reduce(and_ if isinstance(query, And) else or_, parts) if parts else NOTHING
        if asking.is_leaf(query):
            leaf = self.leaf(query)
            return self.holds(leaf) if leaf.phrases else NOTHING
        return self.condition(query.subquery)  # Boost

    def wanted(self):
        """The leaves to compare by, as phrases."""
        leaves = [self.leaf(query) for query in asking.wanted(self.query)]
        return [leaf for leaf in leaves if leaf.phrases]

    def holds(self, leaf) -> Q:
        """What holds the phrases of one leaf."""
        raise NotImplementedError

    def best(self, start, stop) -> dict:
        """{primary key: score} of a window of what answers, best first."""
        raise NotImplementedError

    def key_of(self, object_id):
        return self.queryset.model._meta.pk.to_python(object_id)


class HalfTyped:
    """While somebody types: the last word goes on. Mixed into an engine's compiler."""

    half_typed = True

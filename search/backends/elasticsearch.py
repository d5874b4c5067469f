"""Wagtail's search in Elasticsearch. The server says what holds the words and how well; the database decides the rest.

While the server is away, titles are looked through in the database, and changes wait as due rows (keeping.py).
"""

from functools import cached_property, reduce
from operator import and_, or_

from django.db.models import Q
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.query import And, MatchAll, Not, Or

from search.analysis import is_han
from search.backends import asking
from search.backends.compiling import Compiler as BaseCompiler
from search.backends.compiling import HalfTyped
from search.backends.elastic_index import RUNS, Index, Rebuilder, spread
from search.backends.keeping import ask_for
from search.backends.results import Results
from search.engines import Unavailable

MOST = 30_000  # hits of which the database is asked


class Compiler(BaseCompiler):
    weights = {"title": 5, "body": 1}

    def found(self):
        if isinstance(self.query, MatchAll):
            return self.queryset
        try:
            return self.queryset.filter(pk__in=list(self.scores))
        except Unavailable:
            return super().found()

    def best(self, start, stop):
        try:
            seen = set(self.found().order_by().values_list("pk", flat=True))
            ranked = [key for key in self.scores if key in seen]
        except Unavailable:
            ranked = list(self.in_order().values_list("pk", flat=True)[:stop])
            return dict.fromkeys(ranked[start:], 0.0)
        return {key: self.scores[key] for key in ranked[start:stop]}

    @cached_property
    def scores(self):
        """{key: score} of all that holds the words, best first. One question, however often one asks for pages."""
        of_this_type = {"term": {"types": self.queryset.model._meta.label}}
        query = {"bool": {"must": [self.body(self.query)], "filter": of_this_type}}
        return {self.key_of(key): score for key, score in Index(None).hits(query, MOST).items()}

    def body(self, query):
        """The query in the server's words."""
        if isinstance(query, MatchAll):
            return {"match_all": {}}
        if isinstance(query, (And, Or, Not)):
            way = {And: "must", Or: "should", Not: "must_not"}[type(query)]
            return {"bool": {way: [self.body(child) for child in asking.children_of(query)]}}
        if not asking.is_leaf(query):
            return self.body(query.subquery)
        leaf = self.leaf(query)
        if not leaf.phrases:
            return {"match_none": {}}
        return {"bool": {"should" if leaf.is_any else "must": [self.phrase(each) for each in leaf.phrases]}}

    def phrase(self, phrase):
        """Pairs of characters follow each other; where one stands alone, single characters do."""
        runs = RUNS.findall(phrase.text)
        single = ".single" if any(len(run) == 1 and is_han(run) for run in runs) else ""
        names = ["title"] if self.in_title else self.weights
        fields = [f"{name}{single}^{self.weights[name]}" for name in names]
        goes_on = phrase.open_ended and not is_han(runs[-1])
        way = {"type": "phrase_prefix", "max_expansions": 200} if goes_on else {"type": "phrase"}
        return {"multi_match": {"query": spread(phrase.text), "fields": fields, **way}}

    def holds(self, leaf):
        """Without the server: titles, looked through."""
        ways = [Q(**{f"{self.title}__icontains": phrase.text}) for phrase in leaf.phrases]
        return reduce(or_ if leaf.is_any else and_, ways)

    @property
    def title(self):
        columns = {each.name for each in self.queryset.model._meta.concrete_fields}
        names = [each.field_name for each in self.queryset.model.get_searchable_search_fields()]
        return next(name for name in ("title", *names, "pk") if name in columns or name == "pk")


class HalfTypedCompiler(HalfTyped, Compiler):
    weights = {"autocomplete": 1}
    in_title = False


class SearchBackend(BaseSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = HalfTypedCompiler
    index_class = Index
    results_class = Results
    rebuilder_class = Rebuilder

    def add(self, obj):
        ask_for(type(obj), [obj.pk])

    def add_bulk(self, model, obj_list):
        if obj_list:
            ask_for(model, [obj.pk for obj in obj_list])

    def delete(self, obj):
        ask_for(type(obj), [obj.pk])

"""What Wagtail gets back: things of its queryset, best first."""

from collections import OrderedDict

from django.db.models import Count
from modelsearch.backends.base import BaseSearchResults, FilterFieldError

AT_ONCE = 500  # things fetched by a list of keys


class Results(BaseSearchResults):
    supports_facet = True

    def _do_search(self):
        compiler = self.query_compiler
        if compiler.is_ranked:
            return self._ranked(compiler.best(self.start, self.stop))
        return self._scored(compiler.in_order()[self.start : self.stop], {})

    def _ranked(self, scores):
        keys, things = list(scores), {}
        unordered = self.query_compiler.queryset.order_by()
        for first in range(0, len(keys), AT_ONCE):
            things |= {thing.pk: thing for thing in unordered.filter(pk__in=keys[first : first + AT_ONCE])}
        return self._scored([things[key] for key in keys if key in things], scores)

    def _scored(self, things, scores):
        for thing in things:
            if self._score_field:
                setattr(thing, self._score_field, scores.get(thing.pk))
            yield thing

    def _do_count(self):
        number = self.query_compiler.found().order_by().count()
        last = number if self.stop is None else min(number, self.stop)
        return max(last - self.start, 0)

    def facet(self, field_name):
        if self.query_compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(f"{self.model.__name__} has no filter field {field_name}.", field_name=field_name)
        rows = self.query_compiler.found().order_by().values(field_name).annotate(count=Count("pk"))
        return OrderedDict((row[field_name], row["count"]) for row in rows.order_by("-count", field_name))

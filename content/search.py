"""Pages and spaces among what can be found."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.lines import COLUMNS, page_line
from content.models import ContentPage, Space
from search import registry
from search.registry import Hit


@registry.register
class Spaces(registry.Searchable):
    name, label, order, suggested = "space", gettext_lazy("空间"), 10, 2
    model = Space

    def for_hits(self, things):
        return things.select_related("unit").defer("body")

    def hit(self, thing):
        return Hit(thing.title, thing.get_absolute_url(), self.label, uid=thing.uid, tile="space", path=str(thing.unit))


@registry.register
class Pages(registry.Searchable):
    name, label, order, suggested = "page", gettext_lazy("知识"), 20, 5
    model = ContentPage
    facets = ("space", "content_type", "maintainer")

    def seen_by(self, user):
        return ContentPage.objects.pages().visible_to(user)

    def then_by(self):
        return ("-last_published_at",)

    def for_hits(self, things):
        shown = (*COLUMNS, "summary", "last_published_at", "valid_until", "maintainer__name")
        return things.select_related("space", "maintainer").only(*shown)

    def for_suggestions(self, things):
        return things.select_related("space").only(*COLUMNS)

    def suggestion(self, thing):
        line = page_line(thing)
        return Hit(line.title, line.url, self.label, uid=thing.uid, tile=line.tile, path=thing.space.title)

    def hit(self, thing):
        line, kind = page_line(thing), ContentType.objects.get_for_id(thing.content_type_id).model_class()
        facts = [_("%(who)s 维护") % {"who": thing.maintainer.name}] if thing.maintainer else []
        facts += [_("已过有效期")] if thing.is_overdue else []
        return Hit(
            line.title,
            line.url,
            kind._meta.verbose_name,
            uid=thing.uid,
            tile=line.tile,
            path=thing.space.title,
            excerpt=thing.summary,
            facts=tuple(facts),
            at=thing.last_published_at,
        )

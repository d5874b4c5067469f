"""Pages and spaces among what can be found."""

from dataclasses import replace

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.lines import model_of, page_line, page_rows
from content.models import ContentPage, Space
from content.models.pages import standing_of
from search import registry
from search.registry import Hit
from ui.days import today

BINDS = ("binds_from", "binds_until")


@registry.register
class Spaces(registry.Searchable):
    name, label, order, suggested = "space", gettext_lazy("空间"), 10, 2
    browse, browse_label = "content:library", gettext_lazy("到知识库里找")
    model = Space

    def seen_by(self, user):
        """Asked for each space: there are few of them among many pages."""
        return Space.objects.filter(Exists(ContentPage.objects.visible_to(user).filter(pk=OuterRef("pk"))))

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
        return page_rows(things, "summary", "last_published_at", "valid_until", "maintainer__name", *BINDS)

    def for_suggestions(self, things):
        return page_rows(things)

    def suggestion(self, row):
        line = page_line(row)
        return Hit(line.title, line.url, self.label, uid=row.uid, tile=line.tile, path=row.space__title)

    def hit(self, row):
        facts = (
            _("%(who)s 维护") % {"who": row.maintainer__name} if row.maintainer__name else "",
            str(standing_of(row.binds_from, row.binds_until)),
            _("已过有效期") if row.valid_until and row.valid_until < today() else "",
        )
        said = {"label": model_of(row)._meta.verbose_name, "excerpt": row.summary, "at": row.last_published_at}
        return replace(self.suggestion(row), facts=facts, **said)

"""Pages and spaces among what can be found."""

from dataclasses import replace

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.models.grants import GrantVerb
from access.reach import reach_of
from content.lines import model_of, page_line, page_rows
from content.models import ContentPage, Original, Rendering, Space
from content.models.pages import ContentTag, standing_of
from org.choices import UnitKind
from org.models import Unit
from search import registry
from search.documents import Document, Text
from search.indexing.files import twins
from search.registry import Hit, Kind
from ui.days import today
from ui.words import day

BINDS = ("binds_from", "binds_until")
INDEXED = (
    *("title", "summary", "content_hash", "content_type", "space", "maintainer", "valid_until", *BINDS),
    *("last_published_at", "first_published_at", "latest_revision_created_at"),
)
FIRST, SPACES = 20, 60  # places of the tabs


@registry.register
class Pages(registry.Searchable):
    """Live texts, and the spaces they stand in."""

    name, label, order, suggested = "page", gettext_lazy("知识"), FIRST, 5
    browse, browse_label = "content:library", gettext_lazy("到知识库里找")
    model = ContentPage
    shown = Q(live=True, space__isnull=False)

    def kinds(self):
        written = sorted(_written(), key=lambda model: model.search_order)
        pages = [
            Kind(model.kind_name, model.search_label or model._meta.verbose_name, FIRST + place)
            for place, model in enumerate(written)
        ]
        return [*pages, Kind("space", gettext_lazy("空间"), SPACES)]

    def seen_by(self, user):
        return ContentPage.objects.filter(space__isnull=False).visible_to(user)

    def opened_for(self, user):
        reach = reach_of(user)
        return sorted({pk for verb in GrantVerb.values for pk in reach.granted(verb, ContentPage)})

    def for_index(self, ids):
        """Only the columns that are indexed; five queries and one for each kind with fields of its own."""
        pages = list(ContentPage.objects.filter(pk__in=ids).only(*INDEXED))
        paths = dict(Space.objects.filter(pk__in={page.space_id for page in pages}).values_list("pk", "unit__path"))
        units = list(Unit.objects.above(set(paths.values())))
        texts, tags, besides = _texts(pages), _tags(pages), _besides(pages)
        for page in pages:
            path = paths.get(page.space_id, "")
            page.units = [unit for unit in units if path.startswith(unit.path)]
            page.toc, page.text = texts.get(page.pk, ([], ""))
            page.tag_names = tags.get(page.pk, ())
            page.besides = besides.get(page.pk, {})
        return pages

    def document(self, page):
        model = _kind_of(page)
        hospital = next((unit for unit in page.units if unit.kind == UnitKind.HOSPITAL), None)
        department = next((unit for unit in page.units if unit.kind == UnitKind.DEPARTMENT), None)
        return Document(
            title=page.title,
            texts=tuple(texts_of(page)),
            kind=model.search_kind or model.kind_name,
            extra=" ".join(str(value) for value in page.besides.values() if value),
            tags=tuple(page.tag_names),
            version=page.content_hash,
            space_id=page.space_id,
            hospital_id=hospital.pk if hospital else None,
            department_id=department.pk if department else None,
            maintainer_id=page.maintainer_id,
            updated_at=page.last_published_at or page.first_published_at or page.latest_revision_created_at,
            valid_until=page.valid_until,
            binds_from=page.binds_from,
            binds_until=page.binds_until,
        )

    def for_hits(self, things):
        return page_rows(
            things, "summary", "last_published_at", "valid_until", "maintainer__name", "content_hash", *BINDS
        )

    def for_suggestions(self, things):
        return page_rows(things, "valid_until", *BINDS)

    def suggestion(self, row):
        line = page_line(row)
        label = model_of(row)._meta.verbose_name
        path = "" if row.space == row.pk else row.space__title
        return Hit(line.title, line.url, label, uid=row.uid, tile=line.tile, path=path)

    def hit(self, row):
        state, tone = _state_of(row)
        facts = (
            _("%(who)s 维护") % {"who": row.maintainer__name} if row.maintainer__name else "",
            _("有效至 %(day)s") % {"day": day(row.valid_until)} if row.valid_until and tone == "ok" else "",
        )
        said = {"excerpt": row.summary, "at": row.last_published_at, "version": row.content_hash}
        return replace(self.suggestion(row), facts=facts, state=state, tone=tone, **said)


def _state_of(row):
    """What must be known before one reads, and the tone of its tag."""
    if standing := standing_of(row.binds_from, row.binds_until):
        return str(standing), ("warn" if row.binds_until and row.binds_until <= today() else "brand")
    if row.valid_until is None:
        return "", ""
    return (_("已核验"), "ok") if row.valid_until >= today() else (_("已过有效期"), "warn")


def texts_of(page):
    """The summary, and the text by its headings, so that a hit can say below which one it stands."""
    if page.summary:
        yield Text(page.summary, _("摘要"))
    text, start, place, anchor = page.text, 0, "", ""
    for _level, name, words in page.toc:
        found = text.find(words, start)
        if not words or found < 0:
            continue
        if found > start:
            yield Text(text[start:found], place, anchor)
        start, place, anchor = found, words, name
    yield Text(text[start:], place, anchor)


def _written():
    """The kinds of pages people write: each says so by its `search_order`."""
    models, left = [], list(ContentPage.__subclasses__())
    while left:
        model = left.pop()
        left += model.__subclasses__()
        if model.search_order:
            models.append(model)
    return models


def _texts(pages):
    """{page: (headings, text)} of what readers get."""
    rows = Rendering.objects.filter(page__in=pages).values_list("page", "toc", "text")
    return {pk: (toc, text) for pk, toc, text in rows}


def _tags(pages):
    """{page: names}; as rows of tags they would take four times as long as all the rest."""
    found = {}
    rows = ContentTag.objects.filter(content_object__in=pages).order_by("pk")
    for pk, name in rows.values_list("content_object", "tag__name"):
        found.setdefault(pk, []).append(name)
    return found


def _kind_of(page):
    return ContentType.objects.get_for_id(page.content_type_id).model_class()


def _besides(pages):
    """{page: {field: value}} of what a kind has found besides its text."""
    found = {}
    for model in set(map(_kind_of, pages)):
        if model and model.found_besides:
            mine = [page.pk for page in pages if _kind_of(page) is model]
            rows = model.objects.filter(pk__in=mine).values("pk", *model.found_besides)
            found |= {row.pop("pk"): row for row in rows}
    return found


@twins
def originals(uids):
    """A page says what the file said that it was made of."""
    return Original.objects.filter(file_uid__in=uids).values_list("file_uid", flat=True)

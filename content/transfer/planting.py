"""Plant many pages at once, keeping every promise a page saved singly keeps.

Fifty pages cost about as many queries as three saved one by one: paths are computed, rows inserted in bulk, and what
may come later (search and reference index) is due work.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Case, CharField, F, Max, OuterRef, Subquery, When
from django.db.models.functions import Cast
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from taggit.models import Tag
from wagtail.models import Locale, Revision

import search
from content.choices import ReferenceKind
from content.hashing import content_hash
from content.holding import adopt_files
from content.models import ContentPage, ContentTag, Publication, Reference, Rendering
from content.placing import scope_under
from content.text import RENDERER, Rendered, render
from content.transfer.indexing import index
from files.actions import publish_files
from jobs import due
from org.models import Version
from ui.uid import new_uid

STEP = ContentPage.steplen
INDEXED_AT_ONCE = 50


@dataclass
class Seed:
    """A page to be: its kind, what is written in it, and who keeps it."""

    kind: type
    title: str
    body: str
    maintainer: object
    summary: str = ""
    tags: tuple[str, ...] = ()
    values: dict = field(default_factory=dict)
    uid: str = ""
    at: datetime | None = None
    is_live: bool = True
    reason: str = ""
    by: object = None  # who wrote it, where that is not who plants
    audience: object = None  # readers narrower than those of the place
    drawn: Rendered | None = None  # where it was drawn before


def plant(parent, seeds, *, by):
    """Make these pages the last children of one parent, in this order. Answers them; at most some hundred at once."""
    return plant_all([(parent.pk, seed) for seed in seeds], by=by)


@transaction.atomic
def plant_all(places, *, by=None, indexes_now=False):
    """Plant pairs of (key of the parent, seed). Costs few queries a parent and about thirty for all pages together."""
    if not places:
        return []
    seeds = [seed for _, seed in places]
    pages = _rows(places, by)
    revisions = _revisions(pages)
    live = [each for each in zip(pages, revisions, seeds, strict=True) if each[0].live]
    _renderings([(page, seed) for page, _, seed in live])
    for page in pages:
        if not page.live and "file:" in page.body:
            adopt_files(page, by=by)
    _publications(live)
    _tags(pages, seeds)
    for parent, more in Counter(parent for parent, _ in places).items():
        ContentPage.objects.filter(pk=parent).update(numchild=F("numchild") + more)
    Version.bump("pages")
    search.touch(ContentPage, [page.pk for page in pages])
    index(pages) if indexes_now else index_later(pages)
    return pages


def index_later(pages):
    """Ask for Wagtail's own indexes, some pages at a time, after everything more urgent."""
    pks = [page.pk for page in pages]
    for start in range(0, len(pks), INDEXED_AT_ONCE):
        some = pks[start : start + INDEXED_AT_ONCE]
        due("content.index", key=f"{some[0]}:{timezone.now():%Y%m%d%H%M%S%f}", payload={"pks": some})


def _rows(places, by):
    locked = ContentPage.objects.select_for_update().in_bulk([parent for parent, _ in places])
    numbers = {pk: _last_child(parent) for pk, parent in locked.items()}
    locale = Locale.get_default()
    pages = []
    for parent_pk, seed in places:
        parent = locked[parent_pk]
        numbers[parent.pk] += 1
        now = seed.at or timezone.now()
        page = seed.kind(
            uid=seed.uid or new_uid(),
            title=seed.title[:255],
            draft_title=seed.title[:255],
            body=seed.body,
            summary=seed.summary[:300],
            owner=seed.by or by,
            maintainer=seed.maintainer,
            path=ContentPage._get_path(parent.path, parent.depth + 1, numbers[parent.pk]),
            depth=parent.depth + 1,
            numchild=0,
            live=seed.is_live,
            has_unpublished_changes=not seed.is_live,
            locale=locale,
            space_id=parent.space_id,
            audience=seed.audience,
            first_published_at=now if seed.is_live else None,
            last_published_at=now if seed.is_live else None,
            latest_revision_created_at=now,
            content_type=ContentType.objects.get_for_model(seed.kind),
            **seed.values,
        )
        page.scope = scope_under(parent, page)
        page.slug = page.uid
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.content_hash = content_hash(page) if seed.is_live else ""
        pages.append(page)
    columns = [column for column in ContentPage._meta.concrete_fields if not column.primary_key]
    bases = ContentPage.objects.bulk_create(
        ContentPage(**{column.attname: getattr(page, column.attname) for column in columns}) for page in pages
    )
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.id = base.pk
        setattr(page, page._meta.pk.attname, base.pk)
    for kind in {type(page) for page in pages}:
        _insert_own_rows(kind, [page for page in pages if type(page) is kind])
    return pages


def _last_child(parent):
    """The number of the last child in the path."""
    if parent.is_leaf():
        return 0
    below = ContentPage.objects.filter(depth=parent.depth + 1, path__gt=parent.path, path__lt=parent.path + "~")
    return ContentPage._str2int(below.aggregate(last=Max("path"))["last"][-STEP:])


def _insert_own_rows(kind, pages):
    """The kind's own columns alone, for base rows that are there: what bulk_create refuses to do for child models."""
    with transaction.mark_for_rollback_on_error():
        kind._base_manager.get_queryset()._insert(
            pages, fields=kind._meta.local_concrete_fields, using=kind._base_manager.db
        )


def _revisions(pages):
    for page in pages:  # a new page has no children of its model yet: nothing to ask the database for
        page._cluster_related_objects = {each.get_accessor_name(): [] for each in get_all_child_relations(page)}
    base_type = ContentType.objects.get_for_model(ContentPage)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=base_type,
            object_id=str(page.pk),
            created_at=page.latest_revision_created_at,
            user_id=page.owner_id,
            object_str=str(page)[:255],
            content=page.serializable_data(),
        )
        for page in pages
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.live_revision = revision if page.live else None
    key = Cast(OuterRef("pk"), CharField())
    own = Subquery(Revision.objects.filter(base_content_type=base_type, object_id=key).values("pk")[:1])
    rows = ContentPage.objects.filter(pk__in=[page.pk for page in pages])
    rows.update(latest_revision=own, live_revision=Case(When(live=True, then=own)))
    return revisions


def _renderings(drawn):
    renderings, references, files = [], [], []
    for page, seed in drawn:
        made = seed.drawn or render(page.body)
        renderings.append(Rendering(page_id=page.pk, html=made.html, toc=made.toc, text=made.text, made_by=RENDERER))
        found = {(kind, uid): words for kind, uid, words in made.references}
        references += [
            Reference(page_id=page.pk, kind=kind, target_uid=uid, words=words[:255])
            for (kind, uid), words in found.items()
        ]
        if held := [uid for kind, uid in found if kind == ReferenceKind.FILE]:
            files.append((page, held))
    Rendering.objects.bulk_create(renderings)
    Reference.objects.bulk_create(references)
    for page, held in files:
        publish_files(page, held)


def _publications(live):
    Publication.objects.bulk_create(
        Publication(
            page_id=page.pk,
            revision=revision,
            by_id=page.owner_id,
            asked_at=page.last_published_at,
            at=page.last_published_at,
            reason=seed.reason[:300],
            content_hash=page.content_hash,
        )
        for page, revision, seed in live
    )


def _tags(pages, seeds):
    names = {name for seed in seeds for name in seed.tags}
    if not names:
        return
    known = {tag.name: tag for tag in Tag.objects.filter(name__in=names)}
    for name in names - set(known):
        known[name], _ = Tag.objects.get_or_create(name=name)
    ContentTag.objects.bulk_create(
        ContentTag(content_object_id=page.pk, tag=known[name])
        for page, seed in zip(pages, seeds, strict=True)
        for name in seed.tags
    )

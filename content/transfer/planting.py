"""Plant many pages at once, keeping every promise a page saved singly keeps.

Fifty pages cost about as many queries as three saved one by one: paths are computed, rows inserted in bulk, and what
may come later (search and reference index) is due work.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from taggit.models import Tag
from wagtail.models import Locale, Revision

from content.choices import ReferenceKind
from content.hashing import content_hash
from content.models import ContentPage, ContentTag, Publication, Reference, Rendering
from content.text import RENDERER, render
from files.actions import publish_files
from jobs import due
from org.models import Version
from ui.uid import new_uid

STEP = ContentPage.steplen
INDEXED_AT_ONCE = 10


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


@transaction.atomic
def plant(parent, seeds, *, by):
    """Make these pages the last children of one parent, in this order. Answers them; at most some hundred at once."""
    if not seeds:
        return []
    parent = ContentPage.objects.select_for_update().get(pk=parent.pk)
    pages = _rows(parent, seeds, by)
    revisions = _revisions(pages, seeds, by)
    live = [(page, revision) for page, revision in zip(pages, revisions, strict=True) if page.live]
    _renderings([page for page, _ in live])
    _publications(live, seeds, by)
    _tags(pages, seeds)
    ContentPage.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))
    Version.bump("pages")
    index_later(pages)
    return pages


def index_later(pages):
    """Ask for Wagtail's own indexes, some pages at a time, after everything more urgent."""
    pks = [page.pk for page in pages]
    for start in range(0, len(pks), INDEXED_AT_ONCE):
        some = pks[start : start + INDEXED_AT_ONCE]
        due("content.index", key=f"{some[0]}:{timezone.now():%Y%m%d%H%M%S%f}", payload={"pks": some})


def _rows(parent, seeds, by):
    last = ContentPage.objects.filter(
        depth=parent.depth + 1, path__gt=parent.path, path__lt=parent.path + "~"
    ).aggregate(last=Max("path"))["last"]
    number = ContentPage._str2int(last[-STEP:]) if last else 0
    locale = Locale.get_default()
    pages = []
    for seed in seeds:
        number += 1
        now = seed.at or timezone.now()
        page = seed.kind(
            uid=seed.uid or new_uid(),
            title=seed.title[:255],
            draft_title=seed.title[:255],
            body=seed.body,
            summary=seed.summary[:300],
            owner=by,
            maintainer=seed.maintainer,
            path=ContentPage._get_path(parent.path, parent.depth + 1, number),
            depth=parent.depth + 1,
            numchild=0,
            live=seed.is_live,
            has_unpublished_changes=not seed.is_live,
            locale=locale,
            space_id=parent.space_id,
            scope_id=parent.scope_id,
            first_published_at=now if seed.is_live else None,
            last_published_at=now if seed.is_live else None,
            latest_revision_created_at=now,
            content_type=ContentType.objects.get_for_model(seed.kind),
            **seed.values,
        )
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


def _insert_own_rows(kind, pages):
    """The kind's own columns alone, for base rows that are there: what bulk_create refuses to do for child models."""
    with transaction.mark_for_rollback_on_error():
        kind._base_manager.get_queryset()._insert(
            pages, fields=kind._meta.local_concrete_fields, using=kind._base_manager.db
        )


def _revisions(pages, seeds, by):
    for page in pages:  # a new page has no children of its model yet: nothing to ask the database for
        page._cluster_related_objects = {each.get_accessor_name(): [] for each in get_all_child_relations(page)}
    base_type = ContentType.objects.get_for_model(ContentPage)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=base_type,
            object_id=str(page.pk),
            created_at=page.latest_revision_created_at,
            user=by,
            object_str=str(page)[:255],
            content=page.serializable_data(),
        )
        for page in pages
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.live_revision = revision if page.live else None
    ContentPage.objects.bulk_update([_base(page) for page in pages], ["latest_revision", "live_revision"])
    return revisions


def _base(page):
    """The row of the base page with what the bulk update writes."""
    return ContentPage(
        pk=page.pk, id=page.pk, latest_revision_id=page.latest_revision.pk, live_revision=page.live_revision
    )


def _renderings(pages):
    renderings, references, files = [], [], []
    for page in pages:
        made = render(page.body)
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


def _publications(live, seeds, by):
    reasons = {seed.uid: seed.reason for seed in seeds}
    Publication.objects.bulk_create(
        Publication(
            page_id=page.pk,
            revision=revision,
            by=by,
            asked_at=page.last_published_at,
            at=page.last_published_at,
            reason=reasons.get(page.uid, "")[:300],
            content_hash=page.content_hash,
        )
        for page, revision in live
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

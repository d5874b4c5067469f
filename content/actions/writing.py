"""Write a page: begin one, save a text over another, keep what is not saved yet."""

from dataclasses import dataclass, field

from django.db import transaction
from wagtail.models import Revision

from access import rules
from audit.actions import record
from content import kinds
from content.actions.including import refuse_cycles
from content.actions.publishing import follow
from content.errors import EmptyText, PageLocked, TooDeep, WrongPlace
from content.holding import adopt_files
from content.locks import why_locked
from content.models import ContentPage, Draft
from content.taking import take
from content.text import resolve_wiki_links
from content.text.merging import Merged, merge

MAX_LEVELS = 12


@dataclass(frozen=True)
class Text:
    """What a person writes in the editor."""

    title: str
    body: str
    summary: str = ""
    tags: tuple[str, ...] = ()
    values: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Saved:
    """The text is safe in this revision. `merged` says that somebody else's changes were taken in."""

    page: ContentPage
    revision: Revision
    merged: bool = False


@dataclass(frozen=True)
class Conflict:
    """Both changed the same place: nothing was saved, both texts are here to choose from."""

    page: ContentPage
    theirs: Revision
    parts: Merged


@transaction.atomic
def create(parent, kind, *, by, text, maintainer=None, audience=None):
    """Begin a page below another, as a draft nobody reads yet."""
    rules.require(by, "create", parent)
    model = kinds.kind(kind)
    parent = ContentPage.objects.select_for_update().get(pk=parent.pk).specific
    if parent.depth >= MAX_LEVELS:
        raise TooDeep(MAX_LEVELS)
    if model not in parent.allowed_subpage_models():
        raise WrongPlace
    page = model(live=False, has_unpublished_changes=True, owner=by, maintainer=maintainer or by, audience=audience)
    _write(page, text, by)
    parent.add_child(instance=page)
    page.save_revision(user=by, clean=False)
    adopt_files(page, by=by)
    Draft.objects.filter(person=by, page=None, parent=parent, kind=kind).delete()
    record("page.created", page, by=by, after={"title": page.title, "kind": kind, "parent": parent.uid})
    return page


@transaction.atomic
def save(page, *, by, base, text, empty_is_meant=False):
    """Save a text that was begun on the revision `base` (an id). Answers Saved or Conflict.

    A newer text is never overwritten: what does not touch is merged, where it touches both are shown.
    """
    rules.require(by, "edit", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    if why := why_locked(page, by):
        raise PageLocked(why)
    take(page)
    latest = page.get_latest_revision()
    now = page.get_latest_revision_as_object()
    if now.body.strip() and not text.body.strip() and not empty_is_meant:
        raise EmptyText
    merged = latest is not None and base != latest.pk
    if merged:
        text, parts = merge_over(page, base, text, latest)
        if not parts.is_clean:
            return Conflict(page, latest, parts)
    _write(now, text, by)
    revision = now.save_revision(user=by, log_action=True, clean=False)
    follow(page, revision)
    adopt_files(now, by=by)
    Draft.objects.filter(person=by, page=page).delete()
    return Saved(now, revision, merged)


@transaction.atomic
def restore_revision(page, revision, *, by):
    """Save an old text again as the newest draft. Its title, text and fields; place and readers stay."""
    rules.require(by, "edit", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk).specific
    if why := why_locked(page, by):
        raise PageLocked(why)
    old = revision.as_object()
    saved = old.save_revision(user=by, previous_revision=revision, log_action=True, clean=False)
    follow(page, saved)
    record("page.restored_text", page, by=by, after={"from_revision": revision.pk, "revision": saved.pk})
    return saved


def keep_draft(*, by, page=None, parent=None, kind="", base=None, text):
    """Keep what somebody is writing: one row a page and person, replaced in place. Costs three queries."""
    values = {"summary": text.summary, "tags": list(text.tags), **text.values}
    written = {"title": text.title[:255], "body": text.body, "values": values, "base_id": None}
    if page is not None:
        written["base_id"] = Revision.objects.for_instance(page).filter(pk=base).values_list("pk", flat=True).first()
        place = {"person": by, "page": page}
        written |= {"parent_id": page.pk, "kind": page.specific_class.kind_name}
    else:
        place = {"person": by, "page": None, "parent": parent, "kind": kind}
    draft, _ = Draft.objects.update_or_create(**place, defaults=written)
    return draft


def _write(page, text, by):
    """The text as it will be kept: `[[标题]]` becomes a lasting link, and what cannot be drawn is refused."""
    page.title = text.title.strip()[:255]
    page.draft_title = page.title
    page.body = resolve_wiki_links(text.body.replace("\r\n", "\n"), lambda titles: pages_called(titles, by))
    refuse_cycles(page, page.body)
    page.summary = text.summary[:300]
    page.tags.set(list(text.tags))
    for name in page.form_fields:
        if name in text.values:
            setattr(page, page._meta.get_field(name).attname, text.values[name])


def pages_called(titles, by):
    """{title: uid} of the pages the writer may read; of two with one title the one read longest."""
    pages = ContentPage.objects.pages().visible_to(by).filter(title__in=titles).order_by("-first_published_at")
    return dict(pages.values_list("title", "uid"))


def merge_over(page, base, text, theirs):
    """Three ways: what I changed since the revision `base`, what others changed up to `theirs`, and the parts."""
    begun = Revision.objects.for_instance(page).filter(pk=base).first()
    now = theirs.as_object()
    old = begun.as_object() if begun else now
    parts = merge(old.body, text.body, now.body)
    taken = Text(
        title=text.title if text.title != old.title else now.title,
        body=parts.text,
        summary=text.summary if text.summary != old.summary else now.summary,
        tags=text.tags,
        values={name: value for name, value in text.values.items() if _differs(old, name, value)},
    )
    return taken, parts


def _differs(old, name, value):
    return getattr(old, old._meta.get_field(name).attname) != value

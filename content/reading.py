"""Reading a page, the way most requests go: few queries, and none of them twice (docs/performance.md)."""

import hashlib
from dataclasses import dataclass
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Case, CharField, Exists, OuterRef, Subquery, Value, When
from django.http import Http404
from django.utils.html import escape
from django.utils.safestring import mark_safe

from access.prepared import Given, Prepared, prepared
from access.rules import policy_for
from activity.models import Favourite, Visit, Watch
from content.models import ContentPage, Passage, WhichText
from content.text import RENDERER, fill
from org.models import Version
from ui.days import today
from ui.release import fingerprint

_BETWEEN = "<!--original-->"


@dataclass(frozen=True)
class Facts:
    """What must be known before anything is rendered: whether it may be read, and whether it has changed."""

    pk: int
    model: type
    etag: str
    is_favourite: bool
    watch: str | None
    place: str | None
    can_edit: bool
    has_talk: bool  # comments on passages, to be marked in the text at once


def facts_of(user, uid, *seen) -> Facts:
    """One query. `seen` is whatever else shapes the answer (theme, language). Raises Http404."""
    row = next(iter(prepared(_facts, user)(uid=uid)), None)
    if row is None:
        raise Http404
    pk, content_type, *_, favourite, watch, place, can_edit, has_talk, _tree = row
    mark = (row, user.pk, user.versions_of_request, user.unread, user.urgent, today(), RENDERER, fingerprint(), *seen)
    etag = hashlib.blake2s(repr(mark).encode(), digest_size=12).hexdigest()
    model = ContentType.objects.get_for_id(content_type).model_class()
    return Facts(pk, model, f'"{etag}"', favourite, watch, place, can_edit, has_talk)


def _facts(user):
    kind = ContentType.objects.get_for_model(ContentPage).pk
    own = {"person": user.pk, "about_type": kind, "about_id": OuterRef("pk")}
    return (
        ContentPage.objects.pages()
        .visible_to(user)
        .filter(uid=Given("uid", CharField()))
        .order_by()
        .values_list(
            "pk",
            "content_type_id",
            "live_revision_id",
            "latest_revision_id",
            "valid_until",
            "maintainer_id",
            "maintainer__name",
            "locked",
            Exists(Favourite.objects.filter(**own)),
            Subquery(Watch.objects.filter(**own).order_by().values("level")),
            Subquery(Visit.objects.filter(**own).order_by().values("place")),
            Case(When(policy_for(ContentPage).rule(user, "edit"), then=Value(True)), default=Value(False)),
            Exists(standing_talk().filter(comment__page=OuterRef("pk"))),
            Subquery(Version.objects.filter(name=Version.PAGES).values("number")),
        )
    )


def standing_talk():
    """Passages of live texts with comments that are not settled, of those every reader may see."""
    passages = Passage.objects.filter(text=WhichText.LIVE, comment__on_draft=False, comment__resolution=None)
    return passages.exclude(quote="")


def page_of(facts):
    """The page with its text and maintainer, as its own kind: one query."""
    return _page(facts.model)(pk=facts.pk)[0]


@cache
def _page(model) -> Prepared:
    related = ("rendering", "original", "maintainer", "space", *model.reading_related)
    return Prepared(
        model.objects.select_related(*related)
        .defer("body", "space__body", "rendering__text")
        .order_by()
        .filter(pk=Given("pk", BigIntegerField()))
    )


def filled(html, page, user):
    """(the text as this reader sees it, the file it was made of or ""): one query for both."""
    original = getattr(page, "original", None)
    if original is None:
        return fill(html, user), ""
    file = f'<a data-attachment="{original.file_uid}">{escape(original.name)}</a>'
    text, _mark, file = fill(f"{html}{_BETWEEN}{file}", user).partition(_BETWEEN)
    return mark_safe(text), mark_safe(file)


def last_verification(page):
    return page.verifications.select_related("by").first() if page.valid_until else None


def last_place(toc, anchor):
    """The heading this reader had come to, to go on from; the first one is where the page begins anyway."""
    return next(({"anchor": anchor, "words": words} for _level, each, words in toc[1:] if each == anchor), None)

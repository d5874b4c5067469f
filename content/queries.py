"""Questions people ask about pages and spaces, each answered in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access.picker import words
from access.prepared import prepared
from access.reach import reach_of
from activity.about import type_of
from activity.models import DayViews, Watch, WatchLevel
from content.choices import ReferenceKind
from content.models import CollabContributor, ContentPage, Draft, Publication, Reference, Space
from content.models.pages import LIBRARY
from org.models import Unit, User
from ui.days import today

RECENT = timedelta(days=7)
TO_PAGES = (ReferenceKind.PAGE, ReferenceKind.INCLUDE)
READ_MOST = 500  # pages looked at for the popular ones: most may belong to other hospitals


def spaces_of(user):
    """The spaces this person may read, the group's first, then by hospital and name."""
    return Space.objects.visible_to(user).filter(shelf=LIBRARY).select_related("unit").defer("body")


def writable_spaces(user) -> list:
    """The spaces this person may put pages into. One query."""
    return list(spaces_of(user).filter(pk__in=ContentPage.objects.may(user, "create").values("pk")))


def listed_spaces(user):
    """Closed spaces whose name anybody may know, to ask for them."""
    listed = Space.objects.filter(shelf=LIBRARY, is_listed=True, live=True)
    return listed.exclude(pk__in=spaces_of(user)).select_related("unit")


def own_spaces(user, spaces):
    """Of these spaces the ones of the units one works in, or that one keeps, nearest first."""
    reach = reach_of(user)
    near = [
        space
        for space in spaces
        if space.stewards_id in reach.audiences
        or any(path.startswith(space.unit.path) for path in reach.units)
        or space.editors_id in reach.audiences
    ]
    return sorted(near, key=lambda space: (-len(space.unit.path), space.title))


def figures(user):
    """For each space, what this reader may see of it: pages, changed this week, overdue. One query."""
    since = timezone.now() - RECENT
    rows = (
        ContentPage.objects.knowledge()
        .visible_to(user)
        .order_by()
        .values("space")
        .annotate(
            pages=Count("pk"),
            fresh=Count("pk", filter=Q(last_published_at__gte=since)),
            overdue=Count("pk", filter=Q(valid_until__lt=today())),
        )
    )
    return {row["space"]: row for row in rows}


def figures_of(pages):
    """Of these pages: how many, how many verified, due and overdue. One query."""
    return pages.order_by().aggregate(
        pages=Count("pk"),
        verified=Count("pk", filter=Q(valid_until__gte=today())),
        overdue=Count("pk", filter=Q(valid_until__lt=today())),
        unverified=Count("pk", filter=Q(valid_until=None)),
    )


def changes(user, *, space=None, watched_by=None, limit=20):
    """What went live lately among the pages this person may read: who, when, why. One query."""
    pages = ContentPage.objects.knowledge().visible_to(user)
    if space is not None:
        pages = pages.filter(space=space)
    if watched_by is not None:
        pages = pages.filter(watched(watched_by))
    return _latest(pages, limit)


def changes_near(user, limit=20):
    """What went live lately in the spaces of one's own units and above, and in what one watches. One query."""
    near = Space.objects.filter(unit__in=Unit.objects.above(reach_of(user).units))
    pages = ContentPage.objects.knowledge().visible_to(user).filter(Q(space__in=near) | watched(user))
    return _latest(pages, limit)


def _latest(pages, limit):
    """The publications by which the newest of these pages went live. One query, its inner one by an index alone."""
    newest = pages.order_by("-last_published_at", "-pk").values("pk")[:limit]
    live = Publication.objects.live().filter(page__in=newest, revision=F("page__live_revision"))
    return live.select_related("page__space", "page__content_type", "by").defer("page__body", "page__space__body")


def watched(person) -> Q:
    """Pages one watches and those of the spaces one watches, less the pages one wants to hear nothing of."""
    watches = Watch.objects.filter(person=person, about_type=type_of(ContentPage)).order_by()
    heard = watches.exclude(level=WatchLevel.MUTED).values("about_id")
    muted = watches.filter(level=WatchLevel.MUTED).values("about_id")
    return (Q(pk__in=heard) | Q(space__in=heard)) & ~Q(pk__in=muted)


@dataclass(frozen=True)
class Unfinished:
    """Something one wrote that no reader sees yet: not even saved, or saved and not published."""

    title: str
    at: datetime
    draft: str  # uid of what is not saved; empty for a saved page
    page: str | None  # uid
    is_overtaken: bool = False

    @property
    def is_saved(self):
        return not self.draft

    @property
    def url(self):
        if self.is_saved:
            return reverse("content:draft", args=[self.page])
        return (
            reverse("content:edit", args=[self.page])
            if self.page
            else reverse("content:new_from_draft", args=[self.draft])
        )


def drafts_of(user, limit=20) -> list[Unfinished]:
    """What one began and readers do not see yet, the newest first. One query."""
    return [Unfinished(*row) for row in prepared(_unfinished, user, limit)()]


def _unfinished(user, limit):
    overtaken = Q(base__isnull=False, page__isnull=False) & ~Q(base=F("page__latest_revision"))
    kept = Draft.objects.filter(person=user).order_by()
    written = (
        ContentPage.objects.pages()
        .may(user, "edit")
        .filter(has_unpublished_changes=True, latest_revision__user=user)
        .exclude(drafts__person=user)
        .order_by()
    )
    rows = kept.values_list(
        "title", "saved_at", "uid", "page__uid", Case(When(overtaken, then=Value(True)), default=Value(False))
    ).union(written.values_list("draft_title", "latest_revision_created_at", Value(""), "uid", Value(False)), all=True)
    return rows.order_by("-saved_at")[:limit]


def popular(user, *, limit=5, days=7):
    """The pages most read in these days, of those this person may read, as (page, views)."""
    counted = (
        DayViews.objects.filter(about_type=type_of(ContentPage), day__gt=today() - timedelta(days=days))
        .values("about_id")
        .annotate(total=Sum("views"))
        .order_by("-total")
        .values_list("about_id", "total")[:READ_MOST]
    )
    totals = dict(counted)
    readable = ContentPage.objects.knowledge().visible_to(user).filter(pk__in=totals).values_list("pk", flat=True)
    most = sorted(readable, key=totals.get, reverse=True)[:limit]
    pages = ContentPage.objects.filter(pk__in=most).for_list().in_bulk()
    return [(pages[pk], totals[pk]) for pk in most]


def backlinks(user, page):
    """The pages that point to this one or take in a section of it, of those this person may read."""
    pages = ContentPage.objects.pages().visible_to(user)
    pointing = Reference.objects.filter(kind__in=TO_PAGES, target_uid=page.uid).values("page")
    return pages.filter(pk__in=pointing).exclude(pk=page.pk).for_list()


def co_authors(page, limit=3):
    """Who wrote a text of the page that went live, alone or with others, besides its maintainer; the latest first."""
    written = Publication.objects.live().filter(page=page.pk, revision__user=OuterRef("pk")).order_by("-at")
    together = CollabContributor.objects.filter(
        page=page.pk, user=OuterRef("pk"), revision__lte=page.live_revision_id or 0
    )
    latest = Coalesce(Subquery(written.values("at")[:1]), Subquery(together.order_by("-last_at").values("last_at")[:1]))
    people = User.objects.annotate(latest=latest).exclude(latest=None).exclude(pk=page.maintainer_id)
    return people.order_by("-latest")[:limit]


def watchers(page) -> int:
    """How many hear of what changes in the page."""
    about = Watch.objects.filter(about_type=type_of(ContentPage), about_id=page.pk)
    return about.exclude(level=WatchLevel.MUTED).count()


def readers_in_words(page) -> str:
    """“青屿医院及下级”, as far as a line can say it; whoever is named singly is not told to the others."""
    if page.audience is None and page.scope_id != page.space.scope_id:  # a page above is narrower
        return _("部分同事")
    rows = list((page.audience or page.space.as_space.readers).rows.select_related("unit", "position", "person"))
    if len(rows) > 2 or any(row.person_id or row.is_exclusion for row in rows):
        return _("部分同事")
    return "、".join(words.line(row) for row in rows)


def broken_links(pages):
    """References of these pages whose page is gone or no longer live."""
    live = ContentPage.objects.filter(live=True).values("uid")
    return (
        Reference.objects.filter(page__in=pages, kind__in=TO_PAGES).exclude(target_uid__in=live).select_related("page")
    )


def related(user, page, limit=5):
    """Pages that share tags with this one, those with most in common first."""
    tags = page.tagged_items.values("tag")
    pages = ContentPage.objects.knowledge().visible_to(user).filter(tagged_items__tag__in=tags).exclude(pk=page.pk)
    return pages.annotate(shared=Count("tagged_items")).order_by("-shared", "-last_published_at").for_list()[:limit]

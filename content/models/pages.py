from datetime import timedelta
from functools import cache
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import AbstractPage, Site
from wagtail.models.pages import AbstractPageMeta, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

import search
from access import rules
from access.models import Audience, Scope
from org.models import Version
from ui.days import today
from ui.uid import new_uid

DUE_SOON = timedelta(days=30)  # the first reminder of W45
LIBRARY = "library"  # the shelf of knowledge; a room that keeps texts of its own says another (docs/architecture.md)
MAX_BODY = 1_000_000  # characters; the longest law of the corpus has 110,000


# What others show of a page: trees, links, crumbs. A change of these makes every answer with pages in it a new one.
SHOWN_ELSEWHERE = {"title", "live", "slug", "space", "scope", "valid_until", "binds_from", "binds_until"}


def words_of(title) -> str:
    """A title as it decorates an address."""
    return slugify(title, allow_unicode=True)[:60]


@cache
def _around():
    """What stands around uid and words. Asking Django for twenty addresses takes longer than fetching the rows."""
    uid, words = "a" * 12, "b"
    before, rest = reverse("content:page", args=[uid, words]).split(uid)
    return before, *rest.split(words)


def standing_of(binds_from, binds_until) -> str:
    """What must be said beside the title of a text that binds: nothing while it does."""
    if binds_until is not None and binds_until <= today():
        return _("已废止")
    return _("即将施行") if binds_from is not None and binds_from > today() else ""


# What search keeps of a page. Of a change of these it must hear in the same transaction.
SEARCHED = {
    *("title", "live", "space", "scope", "summary", "content_hash", "maintainer"),
    *("valid_until", "binds_from", "binds_until", "last_published_at"),
}


def note_change(columns):
    """Say in the transaction of the change that pages have changed, where others show what changed."""
    if not SHOWN_ELSEWHERE.isdisjoint(columns):
        Version.bump(Version.PAGES)


class ContentPageQuerySet(PageQuerySet):
    def update(self, **values):
        searched = [] if SEARCHED.isdisjoint(values) else list(self.values_list("pk", flat=True))
        changed = super().update(**values)
        note_change(values)
        search.touch(ContentPage, searched)
        return changed

    def visible_to(self, user):
        """Live pages this person may read, the bin left out."""
        return rules.allowed(user, "view", self)

    def may(self, user, action):
        return rules.allowed(user, action, self)

    def pages(self):
        """What people write: not the library, the bin or the spaces themselves."""
        return self.exclude(space=None).exclude(pk=F("space"))

    def knowledge(self):
        """What stands on the shelves of the library: not what another room keeps in spaces of its own."""
        from content.models.spaces import Space

        return self.pages().exclude(space__in=Space.objects.exclude(shelf=LIBRARY).values("pk"))

    def overdue(self):
        """Pages past their review date."""
        return self.filter(valid_until__lt=today())

    def for_list(self):
        """The columns a list shows; one query whatever its length."""
        return self.select_related("maintainer", "space", "content_type").defer("body", "space__body")


class ContentTag(TaggedItemBase):
    content_object = ParentalKey("content.ContentPage", related_name="tagged_items", on_delete=models.CASCADE)


class ContentPage(AbstractPage):
    """The base of every page people write: text in Markdown, a maintainer, a scope, a validity.

    The slug in the tree is the uid; the words in an address are decoration (`/wiki/<uid>/<words>`), so renaming and
    moving never break a link.
    """

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    space = models.ForeignKey(
        "content.Space", models.PROTECT, null=True, editable=False, related_name="pages", verbose_name=_("空间")
    )
    maintainer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="maintained_pages",
        verbose_name=_("维护人"),
    )
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, blank=True, editable=False, related_name="+")
    scope = models.ForeignKey(Scope, models.PROTECT, null=True, editable=False, related_name="+")
    summary = models.CharField(_("摘要"), max_length=300, blank=True)
    body = models.TextField(_("正文"), blank=True, max_length=MAX_BODY)
    content_hash = models.CharField(max_length=64, editable=False, blank=True)
    valid_until = models.DateField(_("有效至"), null=True, blank=True, editable=False)
    # What lists and trees must say of a text that binds: not yet, or no more. Kept by the kind, empty for all others.
    binds_from = models.DateField(null=True, editable=False)
    binds_until = models.DateField(null=True, editable=False)
    tags = ClusterTaggableManager(through=ContentTag, blank=True, verbose_name=_("标签"))

    objects = PageManager.from_queryset(ContentPageQuerySet)()
    # Wagtail's own fields and ours joined by hand: reversed or forgotten, titles leave the index without an error.
    search_fields = [
        *AbstractPage.search_fields,
        index.SearchField("body"),
        index.FilterField("uid"),
        index.FilterField("space"),
        index.FilterField("scope"),
        index.FilterField("maintainer"),
    ]
    content_panels = [*AbstractPage.content_panels, "summary", "maintainer", "tags"]  # the body has its own editor
    promote_panels = []
    private_page_options = []  # audiences decide, never Wagtail's view restrictions
    default_exclude_fields_in_copy = [
        *AbstractPage.default_exclude_fields_in_copy,
        "uid",
        "content_hash",
        "binds_from",
        "binds_until",
        *("locked", "locked_by", "locked_at"),
    ]

    # What a kind of page says of itself; subclasses override.
    tile = "article"
    kind_name = "article"
    reading_template = "content/page.html"
    reading_related = ()  # relations of its own that reading joins
    publication_form_class = ""  # dotted path of a form with what this kind asks besides when it is published
    form_fields = ()  # names of the kind's own structured fields, in the order of the form
    found_besides = ()  # fields of its own that search finds as it finds the text
    search_order = 0  # its place among the tabs of a search; 0: none
    is_from_room = False  # its new text is that of its room already
    search_label = ""  # the tab's, where it is shorter than the kind's name
    search_kind = ""  # the tab it is found under, where that is another kind's
    shelf = LIBRARY  # where it stands: lists of knowledge show that shelf alone
    goes_live_alone = True  # False: it is published together with others, by the room it belongs to

    class Meta(AbstractPageMeta):
        verbose_name = verbose_name_plural = _("页面")
        indexes = [
            # Children of a page are one range of (depth, path): a tree level costs its own rows, whatever lies below.
            models.Index(fields=["depth", "path"], name="page_level"),
            models.Index(fields=["space", "live"], name="page_space_live"),
            # Figures and news of all one may read, answered by the index alone: rows with texts in them are heavy.
            models.Index(fields=["scope", "live", "space", "valid_until", "last_published_at"], name="page_figures"),
            models.Index(fields=["valid_until"], name="page_valid_until"),
            models.Index(fields=["maintainer", "valid_until"], name="page_reviews"),  # what waits, on every home page
            models.Index(fields=["-last_published_at"], name="page_recent"),
            models.Index(
                fields=["latest_revision"], condition=Q(has_unpublished_changes=True), name="page_unpublished"
            ),
        ]

    def save(self, *args, **kwargs):
        if self.is_placed_anew:
            self.slug = self.slug_in_tree()
            self.take_place(self.get_parent())
        columns = kwargs.get("update_fields") or SHOWN_ELSEWHERE
        super().save(*args, **kwargs)
        note_change(columns)
        if (self.live or self.first_published_at) and not SEARCHED.isdisjoint(columns):
            search.touch(ContentPage, [self.pk])

    @property
    def is_placed_anew(self):
        return self.pk is None and bool(self.path)

    def slug_in_tree(self):
        return self.uid

    def take_place(self, parent):
        """Belong to the parent's space, and be read by whom the parent is, or fewer."""
        from content.placing import scope_under

        if parent is not None:
            self.space_id = parent.space_id
            self.scope = scope_under(parent, self)

    # Decided about the page, not written into its text: an old revision never brings old readers back.
    kept_when_reverting = (
        *("uid", "slug", "space_id", "scope_id", "audience_id", "maintainer_id"),
        *("valid_until", "binds_from", "binds_until"),
    )

    def save_revision(self, **asked):
        """The one place every new text leads through: who has the page open sees it come, and loses nothing."""
        from content.models.together import CollabDoc

        if self.is_from_room or not CollabDoc.objects.filter(page_id=self.pk).exists():
            return super().save_revision(**asked)
        from content.together import elsewhere

        return elsewhere.saved(self, super().save_revision, asked)

    def with_content_json(self, content):
        page = super().with_content_json(content)
        for name in self.kept_when_reverting:
            setattr(page, name, getattr(self, name))
        return page

    def publication_initial(self):
        """What the form of `publication_form_class` begins with, where the page knows more than the form."""
        return {}

    def own_levels(self):
        """What this page itself demands of its readers, as (audience, stewards) ids."""
        return [(self.audience_id, self.space.stewards_id if self.space_id else None)] if self.audience_id else []

    @property
    def words(self):
        """The decoration of the address."""
        return words_of(self.title)

    @staticmethod
    def address_of(page):
        """Where pages of this kind are read. `page`: one of them, or a row with uid, slug and title."""
        before, between, after = _around()
        return f"{before}{page.uid}{between}{quote(words_of(page.title) or '-')}{after}"

    def get_absolute_url(self):
        return (self.specific_class or type(self)).address_of(self)

    def get_url(self, request=None, current_site=None):
        return self.get_absolute_url()

    def get_full_url(self, request=None):
        return settings.SITE_URL + self.get_absolute_url()

    def get_url_parts(self, request=None):
        return None, settings.SITE_URL, self.get_absolute_url()

    def get_site(self):
        return Site.objects.get(is_default_site=True)

    url = property(get_url)
    full_url = property(get_full_url)

    def permissions_for_user(self, user):
        from content.permissions import ContentPagePermissionTester

        return ContentPagePermissionTester(user, self)

    @classmethod
    def planted(cls, pages, facts):
        """Keep what `content.transfer.recognise` found for pages of this kind; called with both lists when planted."""

    def files_besides(self):
        """Uids of files that readers get although the text does not name them."""
        return ()

    def publication_allowed(self, publication):
        """Nothing stands in the way of this publication any more; `answers` has what the kind's own form asked."""

    def publication_withdrawn(self, publication):
        """It was allowed for a later day, and taken back before."""

    def publication_live(self, publication):
        """Its text is what readers get from now on."""

    def reading_context(self, request):
        """What the template of this kind needs besides the text."""
        return {}

    def cover(self, *, is_draft=False):
        """What the cover of a copy on paper says of this kind."""
        from content.convert.out.cover import Cover
        from content.convert.out.sheet import version_of

        return Cover(version=version_of(self, is_draft), stamp="draft" if is_draft else "")

    @property
    def is_overdue(self):
        return self.valid_until is not None and self.valid_until < today()

    @property
    def trust(self):
        """How far its verification carries: verified, due (within thirty days), expired, never."""
        if self.valid_until is None:
            return "never"
        if self.is_overdue:
            return "expired"
        return "due" if self.valid_until < today() + DUE_SOON else "verified"

    def kind_values(self):
        """The structured fields of this kind, as plain values for drafts, templates and exports."""
        return {name: self._meta.get_field(name).value_to_string(self) for name in self.form_fields}

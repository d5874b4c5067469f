"""Put pages elsewhere: move, copy, to the bin and back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from access import rules
from audit.actions import record
from content.actions.publishing import unschedule
from content.actions.writing import MAX_LEVELS
from content.errors import HiddenBelow, NeedsApprovalThere, TooDeep, WrongPlace
from content.holding import copy_files
from content.models import ContentPage, Removal
from content.placing import refresh_scopes
from content.roots import bin_page
from content.taking import take

KEPT_IN_BIN = timedelta(days=30)


@transaction.atomic
def move(page, parent, *, by, before=None, after=None):
    """Put a page and all below it under another, beside a sibling or at the end. Its readers follow at once."""
    rules.require(by, "move", page)
    rules.require(by, "create", parent)
    _lock_tree()
    page, parent = _fresh(page), _fresh(parent)
    _must_fit(page, parent)
    if page.space_id != parent.space_id:  # other stewards will read it all
        _must_be_all(page, by, "move")
    _must_be_approved(page, parent)
    was = page.get_parent()
    if (beside := before or after) is not None:
        sibling = _fresh(beside)
        if sibling.get_parent().pk != parent.pk or sibling.pk == page.pk:
            raise WrongPlace
        page.move(sibling, pos="left" if before else "right", user=by)
    else:
        page.move(parent, pos="last-child", user=by)
    page = _fresh(page)
    refresh_scopes(page)
    record("page.moved", page, by=by, before={"parent": was.uid}, after={"parent": parent.uid})
    return page


@transaction.atomic
def copy(page, parent, *, by, with_children=False):
    """A copy of the newest text as a draft of one's own, with a uid of its own; approvals and readers are those of the
    new place.
    """
    rules.require(by, "draft", page)
    rules.require(by, "create", parent)
    _lock_tree()
    page, parent = _fresh(page), _fresh(parent)
    _must_fit(page, parent)
    if with_children:
        _must_be_all(page, by, "draft")
    made = _copied(page, parent, by, with_children)
    ContentPage.objects.filter(path__startswith=made.path).update(maintainer=by, valid_until=None)
    made = _fresh(made)
    refresh_scopes(made)
    copy_files(made, by=by)
    record("page.copied", made, by=by, before={"from": page.uid})
    return _fresh(made)


def _copied(page, parent, by, with_children):
    """Whoever copies reads drafts: it is the text as it is being written, not the one that is live."""
    now = take(page).get_latest_revision_as_object()
    made = now.copy(to=parent, copy_revisions=False, keep_live=False, user=by)
    for child in page.get_children().specific() if with_children else ():
        _copied(child, made, by, with_children)
    return made


@transaction.atomic
def remove(page, *, by):
    """Put a page and everything below it into the bin; nobody reads it from now on, and it can be brought back."""
    rules.require(by, "remove", page)
    _lock_tree()
    page = _fresh(page)
    if page.space_id is None or page.space_id == page.pk:
        raise WrongPlace
    _must_be_all(page, by, "remove")
    below = ContentPage.objects.filter(path__startswith=page.path)
    removal = Removal.objects.create(
        page_id=page.pk,
        by=by,
        from_parent_id=page.get_parent().pk,
        from_space_id=page.space_id,
        live_pages=list(below.filter(live=True).values_list("pk", flat=True)),
    )
    pages = below.update(live=False)
    unschedule(below)
    _fresh(page).move(bin_page(), pos="last-child")
    refresh_scopes(_fresh(page))
    record("page.removed", page, by=by, before={"pages": pages})
    return removal


@transaction.atomic
def restore(removal, *, by, parent=None):
    """Bring a page back from the bin to where it was, or below another page. Live pages are live again."""
    rules.require(by, "restore", removal)
    _lock_tree()
    page, parent = _fresh(removal.page), parent or _where_it_was(removal)
    if parent is None or parent.space_id is None:
        raise WrongPlace
    rules.require(by, "create", parent)
    page.move(_fresh(parent), pos="last-child")
    ContentPage.objects.filter(pk__in=removal.live_pages).update(live=True)
    removal.delete()
    page = _fresh(page)
    refresh_scopes(page)
    record("page.restored", page, by=by, after={"parent": parent.uid})
    return page


def _where_it_was(removal):
    """The page it stood under, or its space when that one has been removed as well."""
    above = removal.from_parent
    return above if above is not None and above.space_id is not None else removal.from_space


@transaction.atomic
def purge(removal, *, by=None):
    """Delete for good what waited in the bin, by a person or because its time is over; only the decision stays."""
    if by is not None:
        rules.require(by, "purge", removal)
    page = _fresh(removal.page)
    record("page.purged", page, by=by, before={"title": page.title, "removed": str(removal.at)})
    page.delete()


def purge_old(now=None):
    """Empty the bin of what has waited for thirty days."""
    for removal in Removal.objects.filter(at__lt=(now or timezone.now()) - KEPT_IN_BIN).select_related("page")[:100]:
        purge(removal)


def _lock_tree():
    """One change of the tree at a time: paths of whole subtrees are rewritten."""
    list(ContentPage.objects.select_for_update().filter(depth=1).values_list("pk"))


def _fresh(page):
    return ContentPage.objects.get(pk=page.pk).specific


def _must_be_approved(page, parent):
    """What is live went through the approvals of its place; another place has its own."""
    demanded = parent.get_workflow()
    live = ContentPage.objects.descendant_of(page, inclusive=True).filter(live=True)
    if demanded is not None and demanded != page.get_workflow() and live.exists():
        raise NeedsApprovalThere


def _must_be_all(page, by, action):
    """A page that is narrower than the one above goes only with somebody who may do the same with it."""
    if ContentPage.objects.descendant_of(page).exclude(pk__in=ContentPage.objects.may(by, action)).exists():
        raise HiddenBelow


def _must_fit(page, parent):
    if page.space_id == page.pk or parent.path.startswith(page.path):
        raise WrongPlace
    deepest = ContentPage.objects.filter(path__startswith=page.path).order_by("-depth").values_list("depth", flat=True)
    if parent.depth + 1 + deepest[0] - page.depth > MAX_LEVELS:
        raise TooDeep(MAX_LEVELS)
    if type(page) not in parent.specific.allowed_subpage_models():
        raise WrongPlace

"""What several people have written becomes a revision of the page: by a button, now and then, and at the end."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from content.actions.naming import call_version
from content.actions.publishing import follow
from content.holding import adopt_files
from content.locks import why_locked
from content.models import CollabContributor, CollabDoc, ContentPage
from content.text import Unrenderable, rendered, resolve_wiki_links
from content.text.tree import tree_of
from content.together import states, store
from content.together.changing import apply_difference
from content.together.states import Damaged
from content.together.texts import Refused, Said, is_same, put_values, said_by
from org.models import User

EVERY = timedelta(minutes=10)  # while people write
QUIET = timedelta(minutes=5)  # then the session is over, whoever still looks on

logger = logging.getLogger("hzh.together")


def make_revision(page_id, *, by=None, name="", force=False) -> Revision | None:
    """Make the text of the open document the page's latest revision; text that says nothing new makes none.

    `by`: who pressed the button; else it is the one who wrote most. A name is given to the new revision, or to the
    latest where nothing is new; with `force` that one is answered, too. Raises WritingError for a text that cannot be
    drawn, Damaged for one that is none. `refused` of the answer says which values stay as they were, and why.
    """
    before = _converted(page_id)
    with transaction.atomic():
        page = ContentPage.objects.select_for_update().get(pk=page_id).specific
        doc = CollabDoc.objects.select_for_update().filter(page_id=page_id).first()
        made, refused = None, {}
        if doc is not None and doc.is_ahead:
            made, refused = keep(page, doc, _newest(page, doc, before), by)
        elif doc is not None and force:  # what was refused before still stands in the open editors
            refused = put_values(page.get_latest_revision_as_object(), said_by(doc).values)
        latest = made or (page.get_latest_revision() if name or force else None)
        if latest is not None:
            latest.refused = refused
        if name and latest is not None:
            call_version(page, latest, by=by, name=name)
        return latest


def _converted(page_id) -> Said | None:
    """Outside the lock, for it takes its time."""
    doc = CollabDoc.objects.filter(page_id=page_id, seq__gt=F("rev_seq")).first()
    return said_by(doc) if doc is not None else None


def _newest(page, doc, before):
    if doc.base_revision_id != page.latest_revision_id:
        from content.together import elsewhere

        elsewhere.catch_up(page, doc)
    is_current = before is not None and (before.epoch, before.seq) == (doc.epoch, doc.seq)
    return before if is_current else said_by(doc)


def keep(page, doc, said, by=None) -> tuple[Revision | None, dict[str, Refused]]:
    """Under the locks of page and document: the text as a revision, credited to all who wrote it, or none where nothing
    is new; and which values stay as they were, why."""
    now = page.get_latest_revision_as_object()
    writers = store.contributions(doc)
    user = by or User.objects.filter(pk=max(writers, key=writers.get, default=None)).first()
    said = _linked(doc, said, user)
    body, refused, made = said.body, put_values(now, said.values), None
    is_new = not is_same(body, now.body)
    if is_new:
        rendered(body)
        now.body = body
    if is_new or store.values_of(now) != doc.base_values:
        now.is_from_room = True
        made = now.save_revision(user=user, clean=False)
        credit(made, page, writers)
        _adopt(now, writers)
        names = list(User.objects.filter(pk__in=writers).order_by("pk").values_list("number", flat=True))
        log(instance=now, action="wagtail.edit", user=user, revision=made, data={"contributors": names})
        if user is not None and not why_locked(page, user):
            follow(page, made)
    else:  # written and taken back
        CollabContributor.objects.filter(page_id=page.pk, revision=None).delete()
    page.latest_revision = now.latest_revision
    _begin_from(doc, said, now)
    return made, refused


def _linked(doc, said, user) -> Said:
    """`[[标题]]` becomes a lasting link, in the open editors as well."""
    from content.actions import writing

    body = said.body
    if "[[" not in body or user is None:
        return said
    resolved = resolve_wiki_links(body, lambda titles: writing.pages_called(titles, user))
    if is_same(resolved, body):
        return said
    tree = tree_of(resolved)
    whole = states.doc_of(said.state)
    before = whole.get_state()
    apply_difference(whole, tree)
    seq = store.append(doc.pk, [(None, whole.get_update(before))])
    doc.refresh_from_db()
    return said._replace(seq=seq, state=whole.get_update(), tree=tree)


def credit(revision, page, writers):
    """All who wrote it, with how much: {user id: bytes}."""
    CollabContributor.objects.filter(page_id=page.pk, revision=None).delete()
    CollabContributor.objects.bulk_create(
        CollabContributor(page_id=page.pk, revision=revision, user_id=user, size=size) for user, size in writers.items()
    )


def _adopt(page, writers):
    """Each brings the files they sent in themselves."""
    for user in User.objects.filter(pk__in=writers):
        adopt_files(page, by=user)


def _begin_from(doc, said, page):
    """What is changed from now on is changed from this text."""
    doc.rev_seq, doc.base_revision_id = said.seq, page.latest_revision_id
    doc.base_body, doc.base_state, doc.base_values = page.body, states.pack(said.state), store.values_of(page)
    doc.save(update_fields=["rev_seq", "base_revision", "base_body", "base_state", "base_values"])


def try_to_make(page_id, *, by=None) -> Revision | None:
    """The same for whoever only passes by: what cannot become a revision stays where it is, and is written down."""
    try:
        return make_revision(page_id, by=by)
    except (Damaged, Unrenderable) as error:
        logger.error("The text being written on page %s became no revision: %s", page_id, error)
        return None


# ── Now and then ──


def sweep():
    """Whoever has been writing for a while, and whoever has stopped without anybody noticing, gets a revision."""
    for page_id in left_behind():
        look_after(page_id)


def left_behind() -> list[int]:
    """Pages whose text waits to become a revision, or whose log waits to be made short."""
    now = timezone.now()
    is_quiet = Q(touched_at__lt=now - QUIET)
    is_old = Q(base_revision__created_at__lt=now - EVERY, opened_at__lt=now - EVERY) | Q(base_revision=None)
    found = CollabDoc.objects.filter(Q(seq__gt=F("rev_seq")) & (is_quiet | is_old) | is_quiet & ~Q(seq=F("state_seq")))
    return list(found.order_by("pk").values_list("page_id", flat=True))


def look_after(page_id):
    """A text that cannot be drawn stays in the room; one that is damaged begins again."""
    from content.together import keeping

    try_to_make(page_id)
    doc = CollabDoc.objects.filter(page_id=page_id).first()
    if doc is not None and (doc.is_ahead or doc.touched_at < timezone.now() - QUIET):
        keeping.shorten(doc.pk, doc.epoch)

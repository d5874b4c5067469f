"""Keep the passages of a page with its texts: called wherever one of the two texts has changed."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Revision

from content.comments.anchors import Anchor
from content.comments.following import Difference
from content.models import CollabDoc, ContentPage, Passage, PassageText, Rendering, WhichText
from content.text import rendered
from content.text.limits import Unrenderable


def follow(page, old: str, new: str):
    """The passages of the page's latest text go along from one Markdown text to the next."""
    PassageText.objects.filter(page=page.pk, text=WhichText.DRAFT).update(plain=plain_of(old))
    carry(page.pk, WhichText.DRAFT, plain_of(new))


@transaction.atomic
def carry(page_id, which, plain):
    """This is the page's text now: every passage finds its place in it. One query for pages without comments."""
    stood = PassageText.objects.select_for_update().filter(page=page_id, text=which).first()
    if stood is None or stood.plain == plain:
        return
    passages = list(Passage.objects.filter(comment__page=page_id, text=which).select_related("comment"))
    difference = Difference(stood.plain, plain)
    for passage in passages:
        put(passage, difference.carry(anchor_of(passage), passage.comment.quote))
    Passage.objects.bulk_update(passages, ["quote", "prefix", "suffix", "start"])
    stood.plain = plain
    stood.save(update_fields=["plain"])


def anchor_of(passage) -> Anchor:
    return Anchor(passage.quote, passage.prefix, passage.suffix, passage.start)


def put(passage, anchor):
    """Into the row; a passage that has vanished keeps what stood around it, to be found when its words come back."""
    if anchor is None:
        passage.quote = ""
        return
    passage.quote, passage.prefix, passage.suffix = anchor.quote, anchor.prefix, anchor.suffix
    passage.start = anchor.start


def plain_text(page, which) -> str:
    """The page's text as passages are found in it; empty where there is none. The latest one as it is being written."""
    if which == WhichText.LIVE:
        text = Rendering.objects.filter(page=page.pk).values_list("text", flat=True).first() if page.live else None
        return text or ""
    if (written := _being_written(page)) is not None:
        return plain_of(written)
    latest = page.get_latest_revision()
    return plain_of(latest.content.get("body", "") if latest else page.specific.body)


def _being_written(page):
    """What stands in the room of the page and in no revision yet; None where there is no such thing."""
    doc = CollabDoc.objects.filter(page=page.pk).only("seq", "rev_seq").first()
    if doc is None or not doc.is_ahead:
        return None
    from content.text.tree import markdown_of
    from content.together import states, store  # pycrdt is heavy

    try:
        return markdown_of(states.read(store.load(doc.pk)[0])[0])
    except states.Damaged:
        return None


def plain_of(source) -> str:
    try:
        return rendered(source).text
    except Unrenderable:  # an old text that we would not take today
        return source


@receiver(post_save, sender=Revision)
def follow_revision(sender, instance, raw=False, **signal):
    """Whoever saved it and by whatever way, an open room or an import: the latest text is another one."""
    if raw or instance.base_content_type_id != ContentType.objects.get_for_model(ContentPage).pk:
        return
    if PassageText.objects.filter(page=instance.object_id, text=WhichText.DRAFT).exists():
        carry(int(instance.object_id), WhichText.DRAFT, plain_of(instance.content.get("body", "")))

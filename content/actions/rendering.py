"""Keep what readers get: HTML, contents list, plain text and references, once a live text."""

from django.db import transaction

from content.actions.diagrams import depicted
from content.choices import ReferenceKind
from content.comments.carrying import carry
from content.hashing import content_hash
from content.models import ContentPage, Original, Reference, Rendering, WhichText
from content.text import RENDERER, rendered
from files.actions import publish_files
from org.models import Version


@transaction.atomic
def render_page(page):
    """Render the live text again. Done twice it gives the same rows."""
    made = rendered(page.body)
    Rendering.objects.update_or_create(
        page_id=page.pk,
        defaults={"html": depicted(made.html, page.pk), "toc": made.toc, "text": made.text, "made_by": RENDERER},
    )
    carry(page.pk, WhichText.LIVE, made.text)
    page.content_hash = content_hash(page)
    ContentPage.objects.filter(pk=page.pk).update(content_hash=page.content_hash)
    references = {(kind, uid): words for kind, uid, words in made.references}
    Reference.objects.filter(page_id=page.pk).delete()
    Reference.objects.bulk_create(
        Reference(page_id=page.pk, kind=kind, target_uid=uid, words=words[:255])
        for (kind, uid), words in references.items()
    )
    named = [uid for kind, uid in references if kind == ReferenceKind.FILE]
    if Reference.objects.filter(kind=ReferenceKind.INCLUDE, target_uid=page.uid).exists():
        Version.bump(Version.PAGES)  # what takes in a section of this text is another answer from now on
    originals = Original.objects.filter(page=page.pk).values_list("file_uid", flat=True)
    publish_files(page, [*named, *originals, *page.files_besides()])

"""Keep the pictures that browsers draw of a page's diagrams, and put them into what readers get."""

from django.db import transaction

from access import rules
from content.models import ContentPage, Diagram, Rendering
from content.text import rendered
from content.text.depicting import diagrams_of, with_pictures
from content.text.drawing import DRAWING, UnfitDrawing, drawing
from org.models import Version


def depicted(html, page_id) -> str:
    """The rendered text with those pictures that are there. One query where it has diagrams, none otherwise."""
    wanted = diagrams_of(html)
    if not wanted:
        return html
    rows = Diagram.objects.filter(page=page_id, digest__in=wanted, drawn_by=DRAWING)
    return with_pictures(html, dict(rows.values_list("digest", "svg")))


@transaction.atomic
def keep_picture(page, digest, sent, *, by) -> str:
    """The clean picture. The first one stays: later ones of the same text are not looked at.

    Raises UnfitDrawing, also where neither the latest nor the live text of the page holds this diagram.
    """
    rules.require(by, "edit", page)
    page = ContentPage.objects.select_for_update().get(pk=page.pk)
    kept = Diagram.objects.filter(page=page, digest=digest, drawn_by=DRAWING).first()
    if kept is not None:
        return kept.svg
    source = _texts(page).get(digest)
    if source is None:
        raise UnfitDrawing("no such diagram in the page")
    made = drawing(sent, source)
    Diagram.objects.update_or_create(
        page=page, digest=digest, defaults={"svg": made.svg, "drawn_by": DRAWING, "by": by}
    )
    _show(page)
    return made.svg


def _texts(page):
    latest = page.specific.get_latest_revision_as_object()
    return diagrams_of(rendered(page.body).html) | diagrams_of(rendered(latest.body).html)


def _show(page):
    """In what readers get, from their next look on."""
    html = depicted(rendered(page.body).html, page.pk)
    if Rendering.objects.filter(page=page.pk).exclude(html=html).update(html=html):
        Version.bump(Version.PAGES)

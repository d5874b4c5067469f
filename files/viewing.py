"""A file seen within the product: on a page of its own, and in a panel over the page that names it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from files import office, previews, serving
from files.choices import PreviewState
from files.models import Attachment
from files.queries import find, may_take
from files.sniffing import HEAD, encoding_of
from files.types import TYPES
from ui.partials import is_htmx, render_partial

MOST_TEXT = 300_000  # bytes shown of a text; it can be downloaded whole


@login_required
@require_safe
def view(request, uid):
    """The page of one file; in a panel, and while a view is being made, its part alone."""
    held = find(request.user, uid)
    context = {
        "held": held,
        "shown_as": held.type.shown_as,
        "may_download": may_take(request.user, held),
        "is_panel": is_htmx(request),
        **_SHOWN.get(held.type.shown_as, _nothing)(held),
    }
    return render_partial(request, "files/view.html#viewer", context)


@login_required
@require_safe
def content(request, uid):
    """The bytes that the view is drawn from, for those who may see it. Opened by itself it would be a download."""
    held = find(request.user, uid)
    stored, kind = _bytes_of(held)
    if not _is_for_the_view(request, kind) and not may_take(request.user, held):
        return only_viewed(request, held)
    return serving.send(request, stored, kind, name=f"{held.title}.{kind.extension}", etag=f"{held.file_hash}.view")


@login_required
@require_POST
def try_again(request, uid):
    """Have a view made that failed."""
    held = find(request.user, uid, models=(Attachment,))
    if held.type.shown_as != "office":
        raise Http404
    previews.ask_again(held)
    return redirect("files:view", uid)


def only_viewed(request, held):
    """Words for whoever may see a file and not take it away."""
    return render(request, "files/only_viewed.html", {"held": held}, status=403)


def _is_for_the_view(request, kind):
    """What a click or a typed address never sends: the mark of our viewer, or the range that players ask for."""
    return "X-HZH-View" in request.headers if kind.extension == "pdf" else "Range" in request.headers


def _nothing(held):
    return {}


def _office(held):
    """What was asked for once is made once LibreOffice is there; until then nothing is promised."""
    there = office.is_there()
    preview = previews.ask_for(held) if there else previews.preview_of(held)
    if preview and preview.state == PreviewState.DONE:
        return {"shown_as": "pdf"}
    if not there:
        return {"is_missing": True}
    failed = preview.state == PreviewState.FAILED
    return {"why_none": previews.why_none(preview.why) if failed else "", "is_waiting": not failed}


def _text(held):
    try:
        with held.file.open("rb") as file:
            found = file.read(MOST_TEXT)
    except FileNotFoundError:
        raise Http404 from None
    text = found.decode(encoding_of(found[:HEAD]) or "utf-8", "replace")
    return {"text": text, "is_cut": held.file.size > MOST_TEXT}


_SHOWN = {"office": _office, "text": _text}


def _bytes_of(held):
    shown_as = held.type.shown_as
    if shown_as in ("pdf", "video", "audio", "picture"):
        return held.file, held.type
    preview = previews.preview_of(held) if shown_as == "office" else None
    if preview is None or preview.state != PreviewState.DONE:
        raise Http404
    return preview.file, TYPES["pdf"]

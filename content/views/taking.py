"""What a text that is being edited takes over: a reader's proposal, a comment. Settled when the text is saved."""

from access import rules
from content.actions import commenting, proposing
from content.errors import WritingError
from content.models import Comment, Proposal


def taken(request, page) -> dict:
    """What the address or the form names, if it waits and belongs to this page: template `content/parts/taken`."""
    sent = request.POST if request.method == "POST" else request.GET
    return {
        "proposal": _one(request, Proposal.objects.waiting(), "decide", page, sent.get("proposal")),
        "comment": _one(request, Comment.objects.threads().open(), "resolve", page, sent.get("comment")),
    }


def initial(request, page, latest) -> dict:
    """How the form begins: with the proposed text, on the text it was proposed for."""
    proposal = taken(request, page)["proposal"]
    if proposal is None:
        return {}
    try:
        base, text = proposing.text_of(proposal, latest)
    except WritingError:  # its base is gone: the proposal stands beside the text
        return {}
    return {"title": text.title, "summary": text.summary, "body": text.body, "base": base}


def settle(request, page, revision):
    """The text is saved: what it took over is done."""
    found = taken(request, page)
    if found["proposal"]:
        proposing.accept_changed(found["proposal"], by=request.user, revision=revision)
    if found["comment"] and request.POST.get("settles"):
        commenting.resolve(found["comment"], by=request.user, is_taken=True)


def _one(request, rows, action, page, uid):
    if not uid:
        return None
    named = rules.allowed(request.user, action, rows.filter(page=page.pk, uid=uid))
    return named.select_related("page", "by").first()

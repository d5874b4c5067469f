"""Read a post; say that it was read, liked, and what one thinks of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access import rules
from activity import counting as visits
from content import reading
from content.models import ContentPage
from subscriptions import counting, queries, remarks, shelves
from subscriptions.actions import talking, withdrawing
from subscriptions.models import Like, Post, Withdrawal
from subscriptions.views.finding import comment_for, post_for, saying_why
from ui.partials import is_htmx


@require_safe
def post(request, uid):
    """As its readers get it. What was taken back says so to whoever could read it."""
    user = request.user
    try:
        facts = reading.facts_of(user, uid)
    except Http404:
        return _gone(request, uid)
    if facts.model is not Post:
        return redirect("content:page_short", uid)
    visits.count(user, ContentPage, facts.pk)
    found = reading.page_of(facts)
    channel = found.space.as_channel
    html, _original = reading.filled(found.rendering.html, found, user)
    bond = queries.bond_of(user)
    channel.bond, channel.is_open = bond.to(channel), True
    before, after = shelves.neighbours(user, found)
    context = {
        "post": found,
        "page": found,
        "facts": facts,
        "html": html,
        "channel": channel,
        "release": found.in_issue.issue.release,
        "correction": found.corrections.first(),
        "before": before,
        "after": after,
        **_likes(user, found),
        "remarks": remarks.shown_to(user, found, facts.can_edit),
        "can_edit": facts.can_edit,
    }
    return render(request, "subscriptions/post.html", context)


def _gone(request, uid):
    """The stub, with nothing of the text; operators and test readers are led to the draft."""
    taken = Withdrawal.objects.filter(post__uid=uid, post__space__in=queries.channels_of(request.user).values("pk"))
    found = taken.select_related("post__space").first()
    if found is not None and not rules.can(request.user, "draft", found.post):
        return render(request, "subscriptions/withdrawn.html", {"withdrawal": found}, status=410)
    draft = get_object_or_404(Post.objects.may(request.user, "draft"), uid=uid)
    return redirect("content:draft", draft.uid)


def _likes(user, found):
    rows = Like.objects.filter(post=found.pk)
    return {"likes": rows.count(), "is_liked": rows.filter(person=user.pk).exists()}


@require_POST
def read(request, uid):
    """Sent by the page when it was in sight for a moment, and again when its end was (`finished`)."""
    found = get_object_or_404(Post.objects.visible_to(request.user).only("pk", "space"), uid=uid)
    counting.note_read(found, request.user, is_finished=request.POST.get("finished") == "1")
    return HttpResponse(status=204)


@require_POST
def like(request, uid):
    found = post_for(request, uid)
    talking.like(found, by=request.user, is_liked=request.POST.get("on") == "1")
    if not is_htmx(request):
        return redirect(found)
    return render(request, "subscriptions/parts/like.html", {"post": found, **_likes(request.user, found)})


@require_POST
def say(request, uid):
    found = post_for(request, uid)
    done = _("已发表。") if not found.space.as_channel.selects_comments else _("已收到，精选后大家就能看到。")
    with saying_why(request, done=done):
        talking.say(found, request.POST.get("text", ""), by=request.user)
    return redirect(found.get_absolute_url() + "#remarks")


@require_POST
def remark(request, uid, what):
    """What is done with a comment: select, hide, remove, like, unlike, answer."""
    comment = comment_for(request, uid)
    by = request.user
    acts = {
        "select": lambda: talking.select(comment, by=by, is_shown=True),
        "hide": lambda: talking.select(comment, by=by, is_shown=False),
        "remove": lambda: talking.remove(comment, by=by),
        "like": lambda: talking.like_comment(comment, by=by, is_liked=True),
        "unlike": lambda: talking.like_comment(comment, by=by, is_liked=False),
        "answer": lambda: talking.say(comment.post, request.POST.get("text", ""), by=by, answer_to=comment),
    }
    if what not in acts or not remarks.may_see(by, comment):
        raise Http404
    with saying_why(request):
        acts[what]()
    return redirect(comment.post.get_absolute_url() + "#remarks")


@require_http_methods(["GET", "POST"])
def withdraw(request, uid):
    found = post_for(request, uid, "publish")
    if request.method == "POST":
        with saying_why(request, done=_("已撤回。")):
            withdrawing.withdraw(found, by=request.user, reason=request.POST.get("reason", ""))
            return redirect("subscriptions:desk", found.space.slug)
    return render(request, "subscriptions/withdraw.html", {"post": found})

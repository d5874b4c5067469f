"""编排一期: posts in order, what is missing, when it goes out."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access import rules
from content.text import fill
from content.text import render as render_text
from org.models import User
from subscriptions import checks, history, previewing, quotas, shelves
from subscriptions.actions import composing, publishing
from subscriptions.choices import Tick
from subscriptions.forms import PlanForm
from subscriptions.models import Post
from subscriptions.models.issues import MOST_POSTS
from subscriptions.rules import deciders_of
from subscriptions.views.finding import issue_for, saying_why


@require_http_methods(["GET"])
def issue(request, uid):
    found = issue_for(request, uid, "view")
    return _screen(request, found, PlanForm())


def _screen(request, found, form):
    posts = shelves.posts_of(found)
    lines = checks.checklist(found, posts)
    verbs = rules.verbs(request.user, found)
    plan = getattr(found, "plan", None)
    context = {
        "issue": found,
        "channel": found.channel,
        "posts": posts,
        "room": MOST_POSTS - len(posts),
        "checks": lines,
        "right": sum(line.is_ok for line in lines),
        "is_ready": checks.is_ready(lines),
        "verbs": verbs,
        "may": "compose" in verbs,
        "form": form,
        "plan": plan,
        "submission": getattr(found, "submission", None),
        "approval": getattr(found, "approval", None),
        "release": getattr(found, "release", None),
        "quota": quotas.room_on(found.channel, quotas.day_of(plan.at if plan else timezone.now()), besides=found),
        "loose": shelves.loose_posts(found.channel)[:30] if "compose" in verbs else (),
        "test_readers": found.test_readers.select_related("person"),
        "deciders": deciders_of(found.channel)[:5] if found.channel.demands_approval else (),
        "log": history.of(found),
    }
    return render(request, "subscriptions/issue.html", context, status=422 if form.errors else 200)


@require_POST
def change(request, uid, what):
    """write · add · out · order · tick · try · untry: each leads back to the screen."""
    found = issue_for(request, uid, "compose")
    if what not in CHANGES:
        raise Http404
    with saying_why(request):
        answer = CHANGES[what](request, found)
        if answer is not None:
            return answer
    return redirect(found)


def _write(request, found):
    title = request.POST.get("title", "").strip()[:255]
    if not title:
        return None
    return redirect("content:write", composing.write(found, title, by=request.user).uid)


def _add(request, found):
    composing.add(found, Post.objects.filter(uid__in=request.POST.getlist("post")[:MOST_POSTS]), by=request.user)


def _out(request, found):
    composing.take_out(found, get_object_or_404(Post, uid=request.POST.get("post", "")[:12]), by=request.user)


def _order(request, found):
    """A whole order, or one post up or down."""
    uids = list(found.places.values_list("post__uid", flat=True))
    way, _colon, uid = request.POST.get("move", "").partition(":")
    if request.POST.getlist("order"):
        uids = request.POST.getlist("order")[:MOST_POSTS]
    elif uid in uids:
        place = uids.index(uid)
        uids.insert(max(place + (-1 if way == "up" else 1), 0), uids.pop(place))
    composing.order(found, uids, by=request.user)


def _tick(request, found):
    if request.POST.get("name") in Tick.values:
        composing.tick(found, request.POST["name"], by=request.user, is_done=request.POST.get("on") == "1")


def _try(request, found):
    numbers = request.POST.get("numbers", "").replace("，", " ").replace(",", " ").split()[:20]
    people = User.objects.active().filter(number__in=numbers)
    if not people:
        messages.error(request, _("没有找到这个工号。"))
    composing.let_try(found, people, by=request.user)


def _untry(request, found):
    person = get_object_or_404(User, uid=request.POST.get("person", "")[:12])
    composing.stop_trying(found, person, by=request.user)


CHANGES = {"write": _write, "add": _add, "out": _out, "order": _order, "tick": _tick, "try": _try, "untry": _untry}


@require_POST
def send(request, uid):
    """Now, at a time, with or without push; or ask for the word that is needed first."""
    found = issue_for(request, uid, "compose")
    form = PlanForm(request.POST)
    if not form.is_valid():
        return _screen(request, found, form)
    at, is_pushed, by = form.cleaned_data["at"], form.cleaned_data["push"], request.user
    if at is not None:
        with saying_why(request, done=_("已定好时间，到时自动发出。")):
            publishing.plan(found, at=at, by=by, is_pushed=is_pushed)
    else:
        with saying_why(request, done=_("已发出。")):
            publishing.release(found, by=by, is_pushed=is_pushed)
    return redirect(found)


@require_POST
def step(request, uid, what):
    """submit · approve · decline · back · cancel."""
    found = issue_for(request, uid, "decide" if what in ("approve", "decline") else "compose")
    acts = {"submit": publishing.submit, "approve": publishing.approve, "back": publishing.take_back,
            "cancel": publishing.cancel}  # fmt: skip
    if what != "decline" and what not in acts:
        raise Http404
    with saying_why(request):
        if what == "decline":
            publishing.decline(found, by=request.user, comment=request.POST.get("comment", ""))
        else:
            acts[what](found, by=request.user)
    return redirect(found)


@require_http_methods(["GET"])
def preview(request, uid):
    """For test readers with the address that was sent to them, and for whoever may see the issue anyway."""
    row = shelves.tried_by(request.user, uid)
    if row is not None and previewing.is_for(request.GET.get("key", ""), uid, request.user.pk):
        found = row.issue
        composing.note_tried(found, request.user)
    else:
        found = issue_for(request, uid, "view")
    posts = shelves.posts_of(found)
    for post in posts:
        post.html = fill(render_text(post.draft.body).html, request.user)
    return render(request, "subscriptions/preview.html", {"issue": found, "channel": found.channel, "posts": posts})

"""Several things of a kind decided at once: each for itself, with a result each."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import TaskState

from access.models import AccessRequest
from content.actions import publishing, requests
from content.errors import OwnChange, WritingError
from content.models import ContentPage
from content.views.requests import DAYS
from portal import registry
from ui.numbers import number_in


@dataclass(frozen=True)
class Result:
    """What became of one of them."""

    title: str
    words: str
    url: str = ""
    is_done: bool = False


@require_POST
def approvals(request):
    """Approve or send back the picked changes; each names the text that was in the list."""
    is_yes = request.POST.get("answer") == "yes"
    return _answer(request, "approvals", lambda pick: _approval(request, pick, is_yes))


def _approval(request, pick, is_yes):
    pk, seen = _numbers(pick)
    state = TaskState.objects.filter(pk=pk).select_related("workflow_state").first()
    drafts = ContentPage.objects.may(request.user, "draft")
    page = state and drafts.filter(pk=state.workflow_state.object_id).first()
    if not page:
        return _gone()
    act = publishing.approve if is_yes else publishing.decline
    comment = request.POST.get("comment", "").strip()[:500]
    words = _("已同意") if is_yes else _("已退回，作者会收到通知")
    return _result(page, words, lambda: act(state, by=request.user, comment=comment, seen=seen or None))


@require_POST
def access_requests(request):
    """Let the picked colleagues read for some days, or, without days, say no to all of them with one reason."""
    days, answer = DAYS.get(request.POST.get("days", "")), request.POST.get("answer", "").strip()[:500]
    return _answer(request, "requests", lambda pick: _request(request, pick, days, answer))


def _request(request, pick, days, answer):
    asked = AccessRequest.objects.filter(pk=_numbers(pick)[0]).select_related("person").first()
    editable = ContentPage.objects.may(request.user, "edit")
    page = asked and isinstance(asked.about, ContentPage) and editable.filter(pk=asked.about_id).first()
    if not page:
        return _gone()
    words = _("%(who)s 可以看 %(days)s 天") if days else _("已答复 %(who)s")
    said = words % {"who": asked.person.name, "days": days}
    return _result(page, said, lambda: requests.decide(asked, by=request.user, days=days, answer=answer))


def _answer(request, back, decide):
    results = [decide(pick) for pick in dict.fromkeys(request.POST.getlist("pick")[: registry.MOST])]
    done = sum(result.is_done for result in results)
    context = {"results": results, "done": done, "left": len(results) - done, "back": back}
    return render(request, "content/batch_done.html", context)


def _result(page, words, act):
    url = reverse("content:draft", args=[page.uid])
    try:
        act()
    except WritingError as error:
        return Result(page.title, str(error), url)
    except (PermissionDenied, Http404):
        return Result(page.title, str(OwnChange.message), url)
    return Result(page.title, words, url, is_done=True)


def _gone():
    return Result(_("这一条不在了"), _("可能已经撤回，或不再由您处理"))


def _numbers(pick):
    """“12-34” as two numbers; nonsense as zeros."""
    return (*map(number_in, pick.split("-")), 0, 0)[:2]

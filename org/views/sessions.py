"""登录的设备: where one is signed in, and ending it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from org import actions, devices

SHOWN = 50  # sign-ins of the last thirty days


def sessions(request):
    """Where this person is signed in now, and who came in or tried to. Three queries."""
    own = [_described(session, request) for session in request.user.sessions.live().order_by("-last_seen_at")]
    own.sort(key=lambda session: not session.is_this_one)
    sign_ins = [_named(row) for row in request.user.sign_ins.all()[:SHOWN]]
    context = {"sessions": own, "others": len(own) - 1, "sign_ins": sign_ins, "doubtful": _doubtful(request)}
    return render(request, "org/sessions.html", context)


@require_POST
def end_session(request, handle):
    """Sign out one device; one's own ends like any sign-out."""
    session = next((each for each in request.user.sessions.all() if each.handle == handle), None)
    if session is None:
        raise Http404
    if session.session_key == request.session.session_key:
        return redirect("account_logout", preserve_request=True)
    session.delete()
    messages.success(request, _("那台设备已退出。"))
    return redirect("org:sessions")


@require_POST
def answer(request, pk):
    """“是我”, or “不是我”: then a new password is the next step."""
    sign_in = get_object_or_404(request.user.sign_ins.unanswered(), pk=pk)
    was_me = request.POST.get("was_me") == "1"
    actions.answer(sign_in, was_me, here=request.session.session_key)
    if was_me:
        return redirect("org:sessions")
    messages.success(request, _("其他设备都已退出。请马上换一个密码。"))
    return redirect("account_change_password")


@require_POST
def end_other_sessions(request):
    """Sign out everywhere but here."""
    ended = actions.end_sessions(request.user, but=request.session.session_key)
    words = ngettext("已退出其他 %(count)d 处。", "已退出其他 %(count)d 处。", ended)
    messages.success(request, words % {"count": ended})
    return redirect("org:sessions")


def awake(request):
    """A page on a shared PC says that somebody is still there; passing the middleware is all it needs."""
    return HttpResponse(status=204)


def _doubtful(request):
    """The last sign-in on a new device that was not this one."""
    here = {"device": devices.agent_of(request), "address": devices.address_of(request)}
    last = request.user.sign_ins.unanswered().exclude(**here).first()
    return last and _named(last)


def _described(session, request):
    session.is_this_one = session.session_key == request.session.session_key
    return _named(session)


def _named(row):
    row.words, row.is_phone = devices.in_words(row.device), devices.is_phone(row.device)
    return row

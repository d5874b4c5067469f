"""Who comes, what they must do first, and what strangers are told."""

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from org import second_step, visits
from org.models import Session
from org.sessions import SessionStore

# Addresses that answer somebody who is not signed in. The list is closed: a test walks all others as nobody.
PUBLIC = (
    "/accounts/",  # signing in
    "/healthz",
    "/readyz",
    "/static/",
    "/offline/",
    "/service-worker.js",
    "/favicon.ico",
    "/robots.txt",
    "/appearance/",  # theme, size and language of the sign-in page
    "/me/preferences/",
    "/unsubscribe/",  # signed addresses in letters
    "/_util/login/",  # Wagtail's doors, which lead to ours
    "/admin/login/",
    "/admin/logout/",
    "/admin/password_reset/",
)
ON_THE_WAY = ("/accounts/2fa/", "/accounts/reauthenticate/", "/accounts/logout/", *PUBLIC[1:])
FORGET = '"cache", "storage"'  # what the browser drops when somebody has left; cookies hold the theme and the device


class SessionMiddleware(DjangoSessionMiddleware):
    """Sets request.session, request.user, request.versions and the language, with one query or none."""

    def process_request(self, request):
        request.user, request.visit = AnonymousUser(), None
        request.versions, request.idle_seconds, request.device = {}, 0, None
        request.session = SessionStore.opened()
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        if key:
            self._open(request, visits.find(key))
        _speak(request)

    def _open(self, request, visit):
        if visit is None:
            return
        request.session = SessionStore.opened(visit.key, visit.session_data)
        if visit.is_idle or not _still_holds(visit, request.session):
            request.session.flush()
        elif visit.person:
            request.user, request.versions = visit.person, visit.versions
            request.user.versions_of_request = (visit.person.access_version, visit.access_number or 0)
            request.idle_seconds = int(Session.IDLE_LIMIT.total_seconds()) if visit.is_shared else 0
        request.visit = visit

    def process_response(self, request, response):
        response = super().process_response(request, response)
        if request.user.is_authenticated:
            if request.visit and request.visit.is_due and not getattr(request, "is_by_itself", False):
                visits.note(request.session.session_key)
            response.headers.setdefault("Cache-Control", "private, no-cache")
            patch_vary_headers(response, ["Cookie"])
        elif request.visit and request.visit.person:
            response["Clear-Site-Data"] = FORGET
        if request.device:
            request.device.keep(request, response)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def _still_holds(visit, session):
    """Whether the person may still come in with this session: active, and the password is the one it began with."""
    if visit.person is None:
        return True
    began_with = session.get(HASH_SESSION_KEY, "")
    hashes = (visit.person.get_session_auth_hash(), *visit.person.get_session_auth_fallback_hash())
    return visit.person.is_active and any(constant_time_compare(began_with, each) for each in hashes)


def _speak(request):
    """Chinese, unless the person or this browser chose otherwise: what a browser asks for is what it was sold with."""
    own = getattr(request.user, "language", "") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    request.LANGUAGE_CODE = own if own in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    translation.activate(request.LANGUAGE_CODE)


class DoorMiddleware:
    """Lets strangers in at public addresses only, and people anywhere once they have done what comes first."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return _turn_away(request) or self.get_response(request)


def _turn_away(request):
    path = request.path_info
    if not request.user.is_authenticated:
        return None if path.startswith(PUBLIC) or _has_token(request) else ask_to_sign_in(request)
    if path.startswith(ON_THE_WAY):
        return None
    if request.user.must_change_password:
        own_password = reverse("org:own_password")
        return None if path == own_password else _send(request, own_password, 403, _("请先设自己的密码。"))
    if second_step.is_missing(request):
        return _send(request, second_step.address(request.user), 403, _("请先完成第二步验证。"))
    return None


def _has_token(request):
    """The API reads tokens itself and answers 401 to those it does not know."""
    return request.path_info.startswith("/api/") and request.headers.get("Authorization", "").startswith("Bearer ")


def ask_to_sign_in(request):
    """To the sign-in page and back again. Somebody else may sit at a shared PC by now: they start afresh."""
    query = {}
    if request.visit and request.visit.is_idle:
        query["idle"] = 1
    elif request.method in ("GET", "HEAD") and not _is_script(request):
        query["next"] = request.get_full_path()
    address = settings.LOGIN_URL + (f"?{urlencode(query)}" if query else "")
    return _send(request, address, 401, _("请先登录。"))


def _send(request, address, status, words):
    """A redirect for people; scripts learn it by the status and htmx follows by itself."""
    if not _is_script(request):
        return redirect(address)
    return JsonResponse({"error": words}, status=status, headers={"HX-Redirect": address})


def _is_script(request):
    return (
        request.headers.get("HX-Request") == "true"
        or request.path_info.startswith("/api/")
        or request.headers.get("Accept", "").startswith("application/json")
    )

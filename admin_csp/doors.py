"""Wagtail's ways around our sign-in and our rights, shut. config/urls.py lists DOORS before Wagtail's own addresses."""

from functools import wraps

from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail.admin.auth import reject_request
from wagtail.admin.urls import urlpatterns as wagtail_admin
from wagtail.utils.urlpatterns import decorate_urlpatterns


def sign_out(request):
    """Leaving the admin is leaving by the same door as everywhere; the POST and its token go along."""
    return redirect("account_logout", preserve_request=True)


def shut(request):
    """People, rights and collections are kept elsewhere, with rules and traces that these screens know nothing of."""
    raise Http404


def for_administrators(view):
    """Strangers are to sign in; colleagues without the right find nothing (Wagtail sends them in circles)."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.user.is_anonymous:
            return reject_request(request)
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@for_administrators
def profile(request):
    """Name, mail and picture are changed where colleagues change them."""
    return redirect(request.user)


sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

DOORS = [
    path("_util/login/", sign_in),
    path("admin/login/", sign_in),
    re_path(r"^admin/password_reset/", sign_in),
    path("admin/logout/", sign_out),
    path("admin/account/", profile),
    re_path(r"^admin/(?:users|groups|collections)/", shut),
    re_path(r"^admin/bulk/\w+/user/", shut),
    re_path(r"^admin/choose-page/chosen-multiple/", shut),  # it names whatever page one asks for by number
    re_path(r"^_util/authenticate_with_password/", shut),
    re_path(r"^documents/authenticate_with_password/", shut),
]
ADMIN = decorate_urlpatterns(wagtail_admin, for_administrators)

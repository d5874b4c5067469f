"""Every address of 宏智汇."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from admin_csp.doors import ADMIN, DOORS
from config.health import healthz, readyz

ROOMS = [room for room in (*settings.ROOMS, *settings.FEATURES) if find_spec(f"{room}.urls")]

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    *DOORS,
    *(path("", include(f"{room}.urls")) for room in ROOMS),
    path("accounts/", include("allauth.urls")),
    path("admin/", include(ADMIN)),
]

handler500 = "ui.errors.server_error"

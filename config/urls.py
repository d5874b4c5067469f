"""Every address of 宏智汇."""

from django.urls import include, path

from admin_csp.doors import ADMIN, DOORS

urlpatterns = [
    *DOORS,
    path("accounts/", include("allauth.urls")),
    path("admin/", include(ADMIN)),
]

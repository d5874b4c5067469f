"""Addresses of access: the fragments of the audience picker."""

from django.urls import include, path

urlpatterns = [path("", include("access.picker.urls"))]

"""Addresses of pages and spaces."""

from django.urls import path

from content.views import reading

app_name = "content"
urlpatterns = [
    path("wiki/<str:uid>/draft/", reading.draft, name="draft"),
    path("wiki/<str:uid>/<str:words>", reading.page, name="page"),
]

"""Addresses of pages and spaces."""

from django.urls import path

from content.views import library, reading, spaces, trees

app_name = "content"
urlpatterns = [
    path("library/", library.library, name="library"),
    path("spaces/<str:slug>/", spaces.space, name="space"),
    path("spaces/<str:slug>/find/", trees.find, name="find"),
    path("wiki/<str:uid>/branch/", trees.branch, name="branch"),
    path("wiki/<str:uid>/draft/", reading.draft, name="draft"),
    path("wiki/<str:uid>/<str:words>", reading.page, name="page"),
]

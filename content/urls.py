"""Addresses of pages and spaces."""

from django.urls import path

from content.views import editing, library, publishing, reading, spaces, trees

app_name = "content"
urlpatterns = [
    path("library/", library.library, name="library"),
    path("spaces/<str:slug>/", spaces.space, name="space"),
    path("spaces/<str:slug>/find/", trees.find, name="find"),
    path("wiki/<str:uid>/branch/", trees.branch, name="branch"),
    path("wiki/<str:uid>/draft/", reading.draft, name="draft"),
    path("spaces/<str:slug>/new/", editing.new, name="new"),
    path("drafts/<str:uid>/", editing.new_from_draft, name="new_from_draft"),
    path("wiki/<str:uid>/", reading.page, {"words": "-"}, name="page_short"),
    path("wiki/<str:uid>/edit/", editing.edit, name="edit"),
    path("wiki/<str:uid>/publish/", publishing.publish, name="publish"),
    path("wiki/<str:uid>/unpublish/", publishing.unpublish, name="unpublish"),
    path("wiki/<str:uid>/<str:words>", reading.page, name="page"),
]

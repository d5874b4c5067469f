"""Addresses of pages and spaces."""

from django.urls import path

from content.views import around, editing, library, placing, publishing, reading, requests, spaces, tags, trees

app_name = "content"
urlpatterns = [
    path("library/", library.library, name="library"),
    path("spaces/<str:slug>/", spaces.space, name="space"),
    path("spaces/<str:slug>/find/", trees.find, name="find"),
    path("spaces/<str:slug>/bin/", placing.bin_of_space, name="bin"),
    path("bin/<int:pk>/restore/", placing.restore, name="restore"),
    path("bin/<int:pk>/purge/", placing.purge, name="purge"),
    path("tags/<str:slug>/", tags.tag, name="tag"),
    path("requests/", requests.ask, name="ask"),
    path("requests/<int:pk>/", requests.decide, name="decide"),
    path("approvals/<int:pk>/", requests.approval, name="approval"),
    path("wiki/<str:uid>/menu/", around.page_menu, name="page_menu"),
    path("wiki/<str:uid>/around/", around.around, name="around"),
    path("wiki/<str:uid>/move/", placing.move, name="move"),
    path("wiki/<str:uid>/copy/", placing.copy, name="copy"),
    path("wiki/<str:uid>/remove/", placing.remove, name="remove"),
    path("wiki/<str:uid>/verify/", requests.verify, name="verify"),
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

"""The librarian's screens; part of the addresses of search."""

from django.urls import path

from search.words import tables, views

urlpatterns = [
    path("search/words/", views.empty, name="words"),
    path("search/words/synonyms/", views.synonyms, name="synonyms"),
    path("search/words/synonyms/<int:pk>/", views.synonym, name="synonym"),
    path("search/words/pins/", views.pins, name="pins"),
    path("search/words/pins/<int:pk>/", views.pin, name="pin"),
    path("search/words/exclusions/", views.exclusions, name="exclusions"),
    path("search/words/unlisted/", views.unlisted, name="unlisted"),
    path("search/words/table/", tables.export, name="words_export"),
    path("search/words/bring/", tables.bring, name="words_bring"),
    path("search/words/<slug:kind>/<int:pk>/withdraw/", views.withdraw, name="words_withdraw"),
    path("search/words/<slug:kind>/<int:pk>/restore/", views.restore, name="words_restore"),
]

from django.urls import path

from search import views
from search.history.urls import urlpatterns as history
from search.wishes.urls import urlpatterns as wishes
from search.words.urls import urlpatterns as words

app_name = "search"
urlpatterns = [
    path("search/", views.results, name="results"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
    *history,
    *wishes,
    *words,
]

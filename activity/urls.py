from django.urls import path

from activity import views

app_name = "activity"
urlpatterns = [
    path("recent/", views.recent, name="recent"),
    path("favourites/", views.favourites, name="favourites"),
    path("activity/<slug:kind>/<slug:uid>/favourite/", views.favourite, name="favourite"),
    path("activity/<slug:kind>/<slug:uid>/watch/", views.watch, name="watch"),
    path("activity/<slug:kind>/<slug:uid>/reaction/", views.reaction, name="reaction"),
    path("activity/<slug:kind>/<slug:uid>/place/", views.place, name="place"),
]

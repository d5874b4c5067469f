"""Addresses of the picker's fragments."""

from django.urls import path

from access.picker import views

app_name = "picker"
urlpatterns = [
    path("audience/<slug:name>/chosen/", views.chosen, name="chosen"),
    path("audience/<slug:name>/tree/", views.tree, name="tree"),
    path("audience/<slug:name>/tree/<slug:uid>/", views.branch, name="branch"),
    path("audience/<slug:name>/people/", views.people, name="people"),
    path("audience/<slug:name>/names/", views.names, name="names"),
]

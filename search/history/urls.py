"""The own history; part of the addresses of search."""

from django.urls import path

from search.history import views

urlpatterns = [
    path("search/recent/", views.recent, name="recent"),
    path("search/history/", views.own, name="history"),
    path("search/history/forget/", views.forget, name="forget"),
    path("search/history/switch/", views.switch, name="history_switch"),
    path("search/opened/", views.opened, name="opened"),
]

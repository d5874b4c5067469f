"""Wishes; part of the addresses of search."""

from django.urls import path

from search.wishes import views

urlpatterns = [
    path("search/wish/", views.wish, name="wish"),
    path("search/wishes/", views.wishes, name="wishes"),
    path("search/wishes/<int:pk>/", views.one, name="wish_one"),
    path("search/wishes/<int:pk>/answer/", views.answer, name="wish_answer"),
    path("search/wishes/<int:pk>/decline/", views.decline, name="wish_decline"),
]

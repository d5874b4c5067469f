"""Addresses of the libraries; pages themselves are at /wiki/<uid>/… (content)."""

from django.urls import path

from wiki.views import cases, regulations, repeal

app_name = "wiki"
urlpatterns = [
    path("cases/", cases.library, name="cases"),
    path("regulations/", regulations.library, name="regulations"),
    path("regulations/<slug:uid>/repeal/", repeal.repeal, name="repeal"),
]

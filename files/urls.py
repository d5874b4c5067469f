from django.urls import path

from files import usage, viewing, views

app_name = "files"
urlpatterns = [
    path("files/upload/", views.upload, name="upload"),
    path("files/usage/<str:uid>/", usage.usage, name="usage"),
    path("files/<str:uid>/removal/", usage.create_removal, name="removal"),
    path("files/<str:uid>/view/", viewing.view, name="view"),
    path("files/<str:uid>/view/content", viewing.content, name="content"),
    path("files/<str:uid>/view/again", viewing.try_again, name="try_again"),
    path("files/<str:uid>/", views.file, name="file"),
    path("files/<str:uid>/<str:name>", views.file, name="file"),
    path("files/<str:uid>/r/<str:spec>", views.rendition, name="rendition"),
]

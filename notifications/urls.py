from django.urls import path

from notifications import views

app_name = "notifications"
urlpatterns = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/read/", views.read_all, name="read_all"),
    path("inbox/unread/", views.unread_again, name="unread_again"),
    path("inbox/<int:pk>/", views.notice, name="notice"),
    path("inbox/<int:pk>/read/", views.read, name="read"),
]

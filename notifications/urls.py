from django.urls import include, path

from notifications import views
from notifications.live import views as live

app_name = "notifications"
urlpatterns = [
    path("", include("notifications.ways.urls")),
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/live/", live.unread, name="unread"),
    path("inbox/live/urgent/", live.urgent, name="urgent"),
    path("inbox/live/news/", live.news, name="news"),
    path("inbox/read/", views.read_all, name="read_all"),
    path("inbox/read/several/", views.read_several, name="read_several"),
    path("inbox/silence/", views.be_silent, name="be_silent"),
    path("inbox/unread/", views.unread_again, name="unread_again"),
    path("inbox/<int:pk>/", views.notice, name="notice"),
    path("inbox/<int:pk>/read/", views.read, name="read"),
]

"""Addresses of channels, their issues and posts."""

from django.urls import path

from subscriptions.views import channels, covers, discovery, figures, following, issues, posts, settings

app_name = "subscriptions"
urlpatterns = [
    path("channels/", discovery.index, name="index"),
    path("channels/more/", discovery.more, name="more"),
    path("channels/find/", discovery.find, name="find"),
    path("channels/read/", discovery.catch_up, name="catch_up"),
    path("channels/new/", settings.new, name="new"),
    path("channels/<str:slug>/", channels.channel, name="channel"),
    path("channels/<str:slug>/follow/", following.follow, name="follow"),
    path("channels/<str:slug>/silence/", following.silence, name="silence"),
    path("channels/<str:slug>/ask/", following.ask, name="ask"),
    path("channels/<str:slug>/requests/", following.requests, name="requests"),
    path("channels/<str:slug>/requests/<int:pk>/", following.decide, name="decide"),
    path("channels/<str:slug>/settings/", settings.settings, name="settings"),
    path("channels/<str:slug>/picture/", settings.picture, name="picture"),
    path("channels/<str:slug>/desk/", channels.desk, name="desk"),
    path("channels/<str:slug>/desk/issue/", channels.begin, name="begin"),
    path("channels/<str:slug>/desk/figures/", figures.show, name="figures"),
    path("channels/<str:slug>/desk/figures.xlsx", figures.book, name="figures_book"),
    path("channels/<str:slug>/desk/album/", channels.add_album, name="add_album"),
    path("issues/<str:uid>/", issues.issue, name="issue"),
    path("issues/<str:uid>/preview/", issues.preview, name="preview"),
    path("issues/<str:uid>/send/", issues.send, name="send"),
    path("issues/<str:uid>/change/<str:what>/", issues.change, name="change"),
    path("issues/<str:uid>/step/<str:what>/", issues.step, name="step"),
    path("posts/<str:uid>/", posts.post, name="post"),
    path("posts/<str:uid>/read/", posts.read, name="read"),
    path("posts/<str:uid>/like/", posts.like, name="like"),
    path("posts/<str:uid>/say/", posts.say, name="say"),
    path("posts/<str:uid>/cover/", covers.cover, name="cover"),
    path("posts/<str:uid>/withdraw/", posts.withdraw, name="withdraw"),
    path("remarks/<str:uid>/<str:what>/", posts.remark, name="remark"),
]

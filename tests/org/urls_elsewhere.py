"""The addresses as they are when both services are switched on by the environment."""

from allauth.socialaccount.providers.feishu.urls import urlpatterns as feishu
from allauth.socialaccount.providers.openid_connect.urls import urlpatterns as openid_connect
from django.urls import include, path

from config.urls import urlpatterns as house

urlpatterns = [*house, path("accounts/", include([*feishu, *openid_connect]))]

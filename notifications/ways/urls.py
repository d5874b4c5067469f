from django.urls import path

from notifications.ways.views import addresses, leaving, log, settings

urlpatterns = [
    path("notifications/settings/", settings.settings, name="settings"),
    path("notifications/settings/ways/", settings.choose, name="choose"),
    path("notifications/settings/rhythm/", settings.set_rhythm, name="set_rhythm"),
    path("notifications/settings/digest/", settings.last_digest, name="last_digest"),
    path("notifications/devices/", addresses.add_device, name="add_device"),
    path("notifications/devices/<int:pk>/remove/", addresses.remove_device, name="remove_device"),
    path("notifications/ways/<str:name>/connect/", addresses.connect, name="connect"),
    path("notifications/ways/<str:name>/disconnect/", addresses.disconnect, name="disconnect"),
    path("notifications/ways/<str:name>/try/", addresses.try_out, name="try_out"),
    path("notifications/deliveries/", log.log, name="log"),
    path("notifications/deliveries/retry/", log.retry, name="retry"),
    path("unsubscribe/<str:token>/", leaving.unsubscribe, name="unsubscribe"),
]

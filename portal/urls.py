from django.urls import path

from portal.views import home, modules, quick_links

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("cards/<slug:column>/", home.cards, name="cards"),
    path("waiting/", home.errands, name="waiting"),
    path("slots/<str:place>/<slug:kind>/<slug:uid>/", home.slot, name="slot"),
    path("go/<slug:uid>/", home.go, name="go"),
    path("portal/links/", quick_links.quick_links, name="quick_links"),
    path("portal/links/order/", quick_links.order, name="quick_link_order"),
    path("portal/modules/", modules.modules, name="modules"),
    path("portal/modules/order/", modules.order, name="module_order"),
    path("portal/modules/new/", modules.new, name="new_module"),
    path("portal/modules/<slug:uid>/", modules.module, name="module"),
    path("portal/modules/<slug:uid>/remove/", modules.remove, name="remove_module"),
]

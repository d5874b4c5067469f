"""The script that starts Wagtail's widgets, and a menu without what is decided elsewhere."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

# People come from org and rights from access, our one site needs no choosing, help about Wagtail is on the internet.
ELSEWHERE = {"users", "groups", "collections", "sites", "help"}


@hooks.register("insert_global_admin_js")
def start_widgets():
    return format_html('<script src="{}"></script>', static("admin_csp/app-call.js"))


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
def hide_what_is_decided_elsewhere(request, items):
    items[:] = [item for item in items if item.name not in ELSEWHERE]

"""Theme and text size: from the person's row when signed in, else from a cookie."""

from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

KEPT_FOR = 365 * 24 * 3600

# name of the field on the person, attribute on <html>, cookie, legend, choices
SETTINGS = {
    "theme": ("data-theme", "hzh_theme", _("外观"), {"": _("跟随系统"), "light": _("浅色"), "dark": _("深色")}),
    "text_size": ("data-size", "hzh_size", _("字号"), {"": _("标准"), "large": _("大字"), "xlarge": _("特大")}),
}


def value_of(request, name: str) -> str:
    """What this reader chose; whatever a cookie says beyond the choices counts as nothing."""
    if request is None:
        return ""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        value = getattr(user, name, "")
    else:
        value = request.COOKIES.get(SETTINGS[name][1], "")
    return value if value in SETTINGS[name][3] else ""


def attributes(request):
    chosen = ((attribute, value_of(request, name)) for name, (attribute, *_rest) in SETTINGS.items())
    return format_html_join("", ' {}="{}"', (pair for pair in chosen if pair[1]))


def choices(theme: str, text_size: str) -> list[dict]:
    chosen = {"theme": theme, "text_size": text_size}
    return [
        {
            "name": name,
            "attribute": attribute,
            "legend": legend,
            "options": [(value, label, value == chosen[name]) for value, label in options.items()],
        }
        for name, (attribute, _cookie, legend, options) in SETTINGS.items()
    ]


def keep(request, response) -> None:
    """Keep what was posted, on the person's row and in the cookie that the sign-in page will read."""
    user, changed = request.user, []
    for name, (_attribute, cookie, _legend, options) in SETTINGS.items():
        value = request.POST.get(name)
        if value not in options:
            continue
        response.set_cookie(cookie, value, max_age=KEPT_FOR, samesite="Lax", secure=request.is_secure())
        if user.is_authenticated:
            setattr(user, name, value)
            changed.append(name)
    if changed:
        user.save(update_fields=changed)

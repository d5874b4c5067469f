"""The tags of every template (a builtin, never loaded by hand)."""

import re
from functools import lru_cache

from django import template
from django.conf import settings
from django.template import loader
from django.templatetags.static import static
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language

from ui import appearance, icons, shell, words
from ui.forms import dressed

register = template.Library()

register.simple_tag(icons.icon, name="icon")
register.simple_tag(icons.avatar, name="avatar")
register.filter("ago", words.ago)
register.filter("day", words.day)
register.filter("clock", words.clock)
register.filter("dressed", dressed)


@register.simple_tag
def tile(kind, size="", icon=""):
    """`{% tile "case" size="sm" %}`; `icon=` replaces the usual symbol of the kind."""
    return icons.tile(kind, size, icon)


@register.filter
def when(value):
    """`{{ notice.at|when }}`: relative words in a <time> that tells the exact moment on hover."""
    if not value:
        return ""
    moment = localtime(value)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', moment.isoformat(), f"{moment:%Y-%m-%d %H:%M}", words.ago(value)
    )


@register.filter
def highlight(text, words_typed):
    """Marks the typed words in plain text: `{{ title|highlight:query }}`."""
    parts = [re.escape(word) for word in str(words_typed or "").split()]
    if not parts:
        return text
    pieces = re.split(f"({'|'.join(sorted(parts, key=len, reverse=True))})", str(text), flags=re.IGNORECASE)
    marked = (f"<mark>{escape(piece)}</mark>" if place % 2 else escape(piece) for place, piece in enumerate(pieces))
    return mark_safe("".join(marked))


@register.simple_tag
def once(template_name, **given):
    """Like include, for a part that depends only on the language and on what is given: rendered once a process.

    The frame is on every page; without this it would cost as much as the page inside it.
    """
    if settings.DEBUG:
        return loader.render_to_string(template_name, given)
    return _rendered(template_name, get_language(), tuple(given.items()))


@lru_cache(maxsize=512)
def _rendered(template_name, language, given):
    return loader.render_to_string(template_name, dict(given))


@register.simple_tag
def css(*names):
    """The sheets of a page, in its `styles` block: `{% css "reading" "versions" %}`."""
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', ((static(f"css/pages/{name}.css"),) for name in names)
    )


@register.simple_tag
def language_tag():
    """What browsers call our language: zh-hans is zh-CN there, which also chooses the right glyphs."""
    return {"zh-hans": "zh-CN"}.get(get_language() or settings.LANGUAGE_CODE, get_language())


@register.simple_tag(takes_context=True)
def appearance_attributes(context):
    """Theme and size on <html>, so that nothing flashes."""
    return appearance.attributes(context.get("request"))


@register.simple_tag
def appearance_choices(theme="", text_size=""):
    """What the account menu offers, with what the reader chose."""
    return appearance.choices(theme, text_size)


@register.simple_tag(takes_context=True)
def shell_nav(context, menu="rail"):
    """The entries of the rail, the account menu or “新建” that this person sees here."""
    request = context["request"]
    return getattr(shell, menu).seen_by(request.user, request.path)


@register.simple_tag(takes_context=True)
def shell_back(context):
    """Where a phone's arrow leads: to the door this page lies behind; nothing on what a door opens first."""
    return shell.behind(context["request"].path)


@register.simple_tag(takes_context=True)
def shell_beyond_tabs(context):
    """The entries of the rail that found no place at the bottom of a phone."""
    user = context["request"].user
    return tuple(entry for entry in shell.rail.entries if not entry.tab and entry.show(user))


@register.simple_tag
def shell_place(name):
    """An address another room has named (search, inbox, help, access_request), or nothing."""
    return shell.address_of(shell.places[name]) if name in shell.places else ""


@register.simple_tag(takes_context=True)
def shell_workplace(context):
    return shell.workplace(context["request"].user)


@register.filter
def prefixed(value, prefix):
    """For class names in components: `{{ kind|prefixed:" btn-" }}` is " btn-primary", or nothing without a kind."""
    return f"{prefix}{value}" if value else ""


@register.simple_tag
def attr(name, value):
    """An attribute that is there only with a value: `{% attr "aria-label" label %}`; True gives the bare name."""
    if value is None or value is False or value == "":
        return ""
    return format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)


@register.simple_tag(takes_context=True)
def page_address(context, parameter, number):
    """The present address with another page number."""
    query = context["request"].GET.copy()
    query[parameter] = number
    return f"?{query.urlencode()}"

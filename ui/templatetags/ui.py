"""The tags of every template (a builtin, never loaded by hand)."""

import re
from functools import lru_cache

from django import template
from django.conf import settings
from django.template.base import token_kwargs
from django.templatetags.static import static
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language

from ui import appearance, icons, moulds, shell, words
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
    exact, said = f"{moment:%Y-%m-%d %H:%M}", escape(words.ago(value))
    return mark_safe(f'<time datetime="{moment.isoformat()}" title="{exact}">{said}</time>')


@register.filter
def highlight(text, words_typed):
    """Marks the typed words in plain text: `{{ title|highlight:query }}`."""
    parts = [re.escape(word) for word in str(words_typed or "").split()]
    if not parts:
        return text
    pieces = re.split(f"({'|'.join(sorted(parts, key=len, reverse=True))})", str(text), flags=re.IGNORECASE)
    marked = (f"<mark>{escape(piece)}</mark>" if place % 2 else escape(piece) for place, piece in enumerate(pieces))
    return mark_safe("".join(marked))


@register.tag
def once(parser, token):
    """`{% once "x.html" watch=facts.watch with uid=page.uid %}`: like include, for what is on every page.

    The part knows what is given and the language, nothing of the page around it, and is drawn once a process for each
    of these. Words after `with` are filled in; it may show them, not ask about them (ui/moulds.py). Where there are
    many, a mapping says them: `{% once "x.html" frame.shape with frame.words %}`.
    """
    return Once(*_once(parser, token))


@register.tag
def frame(parser, token):
    """`{% frame "x.html" … with … %}…{% endframe %}`: like once, around what stands between, its word `inside`."""
    parts = _once(parser, token)
    inside = parser.parse(("endframe",))
    parser.delete_first_token()
    return Once(*parts, inside)


def _once(parser, token):
    _name, template_name, *bits = token.split_contents()
    end = bits.index("with") if "with" in bits else len(bits)
    return parser.compile_filter(template_name), Named(parser, bits[:end]), Named(parser, bits[end + 1 :])


class Named:
    """What a tag is told as name=value, or all at once as a mapping."""

    def __init__(self, parser, bits):
        self.named = list(token_kwargs(bits, parser).items())
        self.mappings = [parser.compile_filter(each) for each in bits]

    def resolve(self, context) -> dict:
        found = {name: value.resolve(context) for name, value in self.named}
        for mapping in self.mappings:
            found |= mapping.resolve(context)
        return found


class Once(template.Node):
    """A part drawn by its mould."""

    def __init__(self, template_name, given, words, nodelist=None):
        self.template_name, self.given, self.words = template_name, given, words
        self.nodelist = nodelist or template.NodeList()

    def render(self, context):
        given, words = self.given.resolve(context), self.words.resolve(context)
        if self.nodelist:
            words["inside"] = self.nodelist.render(context)
        return moulds.drawn(self.template_name.resolve(context), given, words)


@register.simple_tag
@lru_cache(maxsize=256)
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
def shell_nav(context):
    """The entries of the rail as this person sees them here."""
    request = context["request"]
    return shell.rail.seen_by(request.user, request.path)


@register.simple_tag(takes_context=True)
def shell_doors(context, menu):
    """The entries of the account menu or of “新建” for this person."""
    return getattr(shell, menu).doors(context["request"].user)


@register.simple_tag(takes_context=True)
def shell_back(context):
    """Where a phone's arrow leads: to the door this page lies behind; nothing on what a door opens first."""
    return shell.behind(context["request"].path)


@register.simple_tag(takes_context=True)
def shell_beyond_tabs(context):
    """The entries of the rail that found no place at the bottom of a phone."""
    return tuple(entry for entry in shell.rail.doors(context["request"].user) if not entry.tab)


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

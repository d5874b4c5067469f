"""`{% load portal %}`: where other rooms may add something beside a thing."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from access.picker import words
from portal import registry

register = template.Library()


@register.inclusion_tag("portal/slot.html", takes_context=True)
def slot(context, place, thing, kind="page"):
    """`{% slot "page.side" page %}`: the pieces registered there; the costly ones are fetched after the page."""
    request = context["request"]
    has_lazy = any(each.is_lazy for each in registry.slots(place))
    return {
        "request": request,
        "thing": thing,
        "pieces": registry.pieces(place, request.user, thing, lazy=False),
        "later": reverse("portal:slot", args=[place, kind, thing.uid]) + "?lazy=1" if has_lazy else "",
    }


@register.filter
def audience_words(audience):
    """“青屿医院及下级 · 护士，不含 林小满”; wants the rows with unit, position and person at hand."""
    rows = list(audience.rows.all())
    let_in = "、".join(words.line(row) for row in rows if not row.is_exclusion)
    shut_out = "、".join(words.line(row) for row in rows if row.is_exclusion)
    return _("%(who)s，不含 %(not)s") % {"who": let_in, "not": shut_out} if shut_out else let_in

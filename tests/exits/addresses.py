"""Every address of the product, with the places in it filled in."""

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter


def addresses(known):
    """All routes of the URL configuration as paths: `known` fills the names, whatever else gets a likely value.

    Wagtail's admin is left out: it has a walk of its own and lets only administrators in.
    """
    for route, converters in _routes(get_resolver()):
        if route.startswith(("admin/", "static/")):
            continue
        yield "/" + _fill(route, converters, known)


def _routes(resolver, prefix="", converters=None):
    for entry in resolver.url_patterns:
        own = {**(converters or {}), **entry.pattern.converters}
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, route, own)
        elif isinstance(entry, URLPattern) and not _is_regex(route):
            yield route, own


def _is_regex(route):
    return any(sign in route for sign in ("(?P", "\\", "^", "$"))


def _fill(route, converters, known):
    for name, converter in converters.items():
        kind = next(part for part in route.split("<") if part.split(">")[0].endswith(name)).split(">")[0]
        value = known.get(name, "1" if isinstance(converter, IntConverter) else "word")
        route = route.replace(f"<{kind}>", str(value), 1)
    return route

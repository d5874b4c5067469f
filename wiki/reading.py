"""What the reading page of a kind shows besides its text."""

from dataclasses import replace

from django.utils.translation import gettext as _

from content.convert.out.cover import day
from content.models import ContentPage
from wiki.models import Edition, Replacement
from wiki.models.regulations import State

STAMPS = {State.IN_FORCE: "controlled", State.COMING: "coming", State.REPEALED: "void"}


def regulation_context(regulation, user):
    editions, current, coming = _editions_of(regulation)
    pairs = Replacement.objects.filter(newer=regulation.pk) | Replacement.objects.filter(older=regulation.pk)
    visible = ContentPage.objects.visible_to(user).values("pk")
    pairs = pairs.select_related("newer", "older").defer("newer__body", "older__body")
    pairs = pairs.filter(newer__in=visible, older__in=visible)
    return {
        "editions": editions,
        "edition": _edition_shown(editions, current, coming),
        "coming": coming if current else None,
        "state": _state_of(editions, current),
        "replaces": [pair.older for pair in pairs if pair.newer_id == regulation.pk],
        "replaced_by": [pair.newer for pair in pairs if pair.older_id == regulation.pk],
    }


def regulation_cover(regulation, plain, is_draft):
    """`plain` is what the cover of any page says. A draft belongs to no edition yet."""
    if is_draft:
        return replace(plain, number=regulation.number)
    editions, current, coming = _editions_of(regulation)
    edition = _edition_shown(editions, current, coming)
    dates = (
        [
            (_("发布日期"), day(edition.issued_on)),
            (_("施行日期"), day(edition.effective_on)),
            (_("废止日期"), day(edition.repealed_on)),
        ]
        if edition
        else []
    )
    return replace(
        plain,
        number=regulation.number,
        version=str(edition) if edition else plain.version,
        stamp=STAMPS.get(_state_of(editions, current), ""),
        facts=[
            (_("分类"), regulation.get_regulation_class_display()),
            (_("发布单位"), regulation.issuer),
            *dates,
        ],
    )


def _editions_of(regulation):
    """All of them, the one in force and the one to come. One query."""
    editions = list(
        Edition.objects.filter(regulation=regulation.pk).select_related("revision").defer("revision__content")
    )
    current = next((edition for edition in editions if edition.state == State.IN_FORCE), None)
    coming = next((edition for edition in reversed(editions) if edition.state == State.COMING), None)
    return editions, current, coming


def _edition_shown(editions, current, coming):
    return current or coming or (editions[0] if editions else None)


def _state_of(editions, current):
    return current.state if current else (editions[0].state if editions else State.UNDATED)

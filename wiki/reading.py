"""What the reading page of a kind shows besides its text."""

from content.models import ContentPage
from wiki.models import Edition, Replacement
from wiki.models.regulations import State


def regulation_context(regulation, user):
    editions = list(
        Edition.objects.filter(regulation=regulation.pk).select_related("revision").defer("revision__content")
    )
    current = next((edition for edition in editions if edition.state == State.IN_FORCE), None)
    coming = next((edition for edition in reversed(editions) if edition.state == State.COMING), None)
    pairs = Replacement.objects.filter(newer=regulation.pk) | Replacement.objects.filter(older=regulation.pk)
    visible = ContentPage.objects.visible_to(user).values("pk")
    pairs = pairs.select_related("newer", "older").defer("newer__body", "older__body")
    pairs = pairs.filter(newer__in=visible, older__in=visible)
    return {
        "editions": editions,
        "edition": current or coming or (editions[0] if editions else None),
        "coming": coming if current else None,
        "state": current.state if current else (editions[0].state if editions else State.UNDATED),
        "replaces": [pair.older for pair in pairs if pair.newer_id == regulation.pk],
        "replaced_by": [pair.newer for pair in pairs if pair.older_id == regulation.pk],
    }

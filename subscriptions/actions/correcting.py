"""A text that is out changes visibly."""

from content.models import Publication
from subscriptions.models import Correction, Release


def note_correction(post, publication):
    """Called whenever a text goes live: the first time it is the issue that does it, later it is a correction."""
    if not Release.objects.filter(issue__places__post=post.pk).exists():
        return
    earlier = Publication.objects.live().filter(page=post.pk).exclude(pk=publication.pk).order_by("-at").first()
    Correction.objects.create(
        post_id=post.pk, by=publication.by, note=publication.reason, before=earlier and earlier.revision
    )

"""The one way to write down a decision."""

from django.db import models

from audit.models import Decision


def record(verb, about, *, by=None, before=None, after=None, reason="", address=None):
    """Write the decision down in the caller's transaction; it cannot be changed afterwards."""
    return Decision.objects.create(
        verb=verb,
        by=by if getattr(by, "pk", None) else None,
        about_type=about._meta.label_lower,
        about_key=str(getattr(about, "uid", None) or about.pk),
        about_name=str(about)[:255],
        before=before,
        after=after,
        reason=reason[:500],
        address=address,
    )


def record_many(decisions, *, by, reason=""):
    """The same for many at once, in one statement: (about, verb, before, after) each."""
    return Decision.objects.bulk_create(
        Decision(
            verb=verb,
            by=by,
            about_type=about._meta.label_lower,
            about_key=str(getattr(about, "uid", None) or about.pk),
            about_name=str(about)[:255],
            before=before,
            after=after,
            reason=reason[:500],
        )
        for about, verb, before, after in decisions
    )


def forget_name(about, pseudonym):
    """The one thing that ever changes in a decision: the name of somebody whose data were erased by law."""
    rows = Decision.objects.filter(about_type=about._meta.label_lower, about_key=about.uid)
    return models.QuerySet.update(rows, about_name=pseudonym)

"""The one way to write down a decision."""

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

"""What a version is called."""

from django.db import transaction

from access import rules
from audit.actions import record
from content.models import ContentPage, VersionName

LONGEST_NAME = 80  # characters


@transaction.atomic
def call_version(page, revision, *, by, name):
    """Call a version of the page so, whenever it was made; without a name it has none any more."""
    rules.require(by, "edit", page)
    ContentPage.objects.select_for_update().get(pk=page.pk)
    held = VersionName.objects.filter(revision=revision).first()
    before, name = held.name if held else "", " ".join(name.split())[:LONGEST_NAME]
    if name == before:
        return
    if name:
        VersionName.objects.update_or_create(revision=revision, defaults={"name": name, "by": by})
    else:
        held.delete()
    names = {"before": {"name": before}, "after": {"name": name, "revision": revision.pk}}
    record("page.version_named", page, by=by, reason=name, **names)

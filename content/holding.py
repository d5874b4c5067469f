"""Pages have files: whoever reads the page fetches them, and the space says how much room there is."""

import re

from content.models import ContentPage, Draft, Space
from files import cleaning, holders, quotas

FILE = re.compile(r"file:([2-9a-z]{12})")

holders.register(ContentPage)


@quotas.register
class SpaceRoom(quotas.Quota):
    """All pages of a space share its room; its stewards see what takes it."""

    model, keeper_model, verb = ContentPage, Space, "steward"

    def keeper(self, page):
        return page.space

    def limit(self, space):
        return space.quota_mb * quotas.MEGABYTE

    def holders(self, space):
        return ContentPage.objects.filter(space=space.pk)


@cleaning.spares
def named_in_drafts(uids):
    """A page that is not begun yet has no files; what its draft names waits with it."""
    bodies = Draft.objects.filter(page=None, body__contains="file:").values_list("body", flat=True)
    return {uid for body in bodies for uid in FILE.findall(body)}

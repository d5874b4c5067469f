"""Pages have files: whoever reads the page fetches them, and the space says how much room there is."""

import re

from content.errors import WritingError
from content.models import ContentPage, Draft, Space
from files import actions, cleaning, holders, quotas
from files.errors import NoRoom
from files.extraction import on_extracted
from files.queries import to_take
from org.models import Version

FILE = re.compile(r"file:([2-9a-hjkmnp-z]{12})")

holders.register(ContentPage, take="take")


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


@on_extracted
def show_note(attachment):
    """Pages say beside a file that search cannot look into it: browsers that kept them ask anew."""
    if attachment.search_note:
        Version.bump(Version.PAGES)


def adopt_files(page, *, by):
    """What was uploaded while this text was written belongs to its page from now on. No query without files."""
    actions.adopt(page, set(FILE.findall(page.body)), by=by)


def copy_files(made, *, by):
    """Copied texts get files of their own, since they have readers of their own. A query a page, more with files."""
    for page in ContentPage.objects.filter(path__startswith=made.path).specific():
        latest = page.get_latest_revision_as_object()
        twins = _twins(FILE.findall(latest.body), page, by)
        if twins:
            latest.body = FILE.sub(lambda found, twins=twins: f"file:{twins.get(found[1], found[1])}", latest.body)
            latest.save_revision(user=by, clean=False)
            ContentPage.objects.filter(pk=page.pk).update(body=latest.body)


def _twins(uids, page, by):
    try:
        return {uid: actions.copy(held, about=page, by=by).uid for uid, held in to_take(by, uids).items()}
    except NoRoom as reason:
        raise WritingError(reason) from reason

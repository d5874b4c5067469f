"""Files among what can be found: by whoever finds the thing they belong to."""

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from files.extraction import note_of, on_extracted, state_of, texts_of
from files.models import Attachment
from search import registry
from search.documents import Document, Text
from search.indexing.changes import touch
from search.models import SearchEntry
from search.registry import Hit


@registry.register
class Attachments(registry.Searchable):
    """What live texts use. Their readers follow those of what they belong to (search.indexing.files)."""

    name, label, order = "file", _("附件"), 50
    model = Attachment
    takes_readers_from_itself = False

    def for_index(self, ids):
        return Attachment.objects.filter(pk__in=ids).select_related("extraction")

    def document(self, thing):
        holder = SearchEntry.objects.filter(root_type=thing.about_type_id, root_id=thing.about_id)
        holder = holder.filter(about_type=thing.about_type_id, about_id=thing.about_id).first() or SearchEntry()
        return Document(
            title=thing.title,
            texts=tuple(Text(each.text, each.place, each.anchor) for each in texts_of(thing)),
            extra=thing.type.extension,
            version=thing.file_hash,
            space_id=holder.space_id,
            hospital_id=holder.hospital_id,
            department_id=holder.department_id,
            maintainer_id=holder.maintainer_id,
            updated_at=thing.created_at or timezone.now(),
            valid_until=holder.valid_until,
            binds_from=holder.binds_from,
            binds_until=holder.binds_until,
            has_file=True,
        )

    def for_hits(self, things):
        """With the title of what each belongs to; two queries."""
        things = list(things.select_related("extraction"))
        entries = SearchEntry.objects.filter(about_id__in=[thing.about_id for thing in things])
        titles = {
            (each.about_type_id, each.about_id): each.title for each in entries.only("about_type", "about_id", "title")
        }
        for thing in things:
            thing.holder_title = titles.get((thing.about_type_id, thing.about_id), "")
        return things

    def hit(self, thing):
        facts = (
            thing.type.extension.upper(),
            filesizeformat(thing.file_size or 0),
            note_of(thing.type.extension, state_of(thing)),
        )
        said = {"label": self.label, "uid": thing.uid, "tile": "file", "path": thing.holder_title}
        return Hit(thing.name, thing.get_view_url(), **said, facts=facts, at=thing.created_at, version=thing.file_hash)


@on_extracted
def texts_are_there(attachment):
    touch(Attachment, [attachment.pk])

"""Images and documents, private by birth: nobody fetches one except through files.views."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet

from access import rules
from files import extraction, holders
from files.names import safe_name
from files.types import type_of
from ui.uid import new_uid


def place_of(held, filename):
    """Where a file lies in the storage: by uid, so that nothing a person typed reaches the disk."""
    return f"{held._meta.model_name}s/{held.uid[:2]}/{held.uid}.{type_of(filename).extension}"


class HeldQuerySet(models.QuerySet):
    def visible_to(self, user):
        return rules.allowed(user, "view", self)

    def may(self, user, action):
        return rules.allowed(user, action, self)

    def of(self, thing):
        """Files that belong to this thing."""
        return self.filter(about_type=holders.holder_of(type(thing)).kind, about_id=thing.pk)

    def with_extraction(self):
        """So that `search_note` costs no query."""
        return self

    def loose(self):
        """Uploaded, and not attached to anything yet."""
        return self.filter(about_id=None)


class PictureQuerySet(HeldQuerySet, ImageQuerySet):
    pass


class AttachmentQuerySet(HeldQuerySet, DocumentQuerySet):
    def with_extraction(self):
        return self.select_related("extraction")


class Held(models.Model):
    """A file belongs to one thing, its holder, and is read by whoever may read that."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    about_type = models.ForeignKey(ContentType, models.CASCADE, null=True, editable=False, related_name="+")
    about_id = models.PositiveBigIntegerField(null=True, editable=False)
    about = GenericForeignKey("about_type", "about_id")  # set it by belong_to()
    is_published = models.BooleanField(default=False, editable=False)  # live text uses it; else it is a draft's

    wagtail_reference_index_ignore = True  # our own references say where a file is used

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["about_type", "about_id"], name="%(class)s_about"),
            models.Index(
                fields=["created_at"], condition=models.Q(about_id=None), name="%(class)s_loose"
            ),  # for the cleaning
        ]

    @property
    def type(self):
        return type_of(self.file.name)

    @property
    def name(self):
        """Under which it is downloaded."""
        return f"{safe_name(self.title)}.{self.type.extension}"

    @property
    def filename(self):
        return self.name

    def get_view_url(self):
        """Where it opens within the product; what cannot be shown is its own address."""
        return reverse("files:view", args=[self.uid]) if self.type.shown_as else self.get_absolute_url()

    search_note = ""  # of pictures nobody expects that their words are found

    def belong_to(self, thing):
        """Rows are kept under the model whose rule covers them: an Article's files are found as a page's."""
        self.about_type, self.about_id = holders.holder_of(type(thing)).kind, thing.pk

    def get_absolute_url(self):
        return reverse("files:file", args=[self.uid, self.name])


class Picture(Held, AbstractImage):
    objects = PictureQuerySet.as_manager()
    # The file itself is not exchanged in the admin: uploads come in by files.actions.receive alone.
    admin_form_fields = (
        *("title", "description"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(Held.Meta):
        verbose_name = verbose_name_plural = _("图片")

    def get_upload_to(self, filename):
        return place_of(self, filename)


class PictureRendition(AbstractRendition):
    """A picture in another size, for the same readers."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def get_upload_to(self, filename):
        return f"renditions/{self.image.uid[:2]}/{filename}"

    @property
    def type(self):
        return type_of(self.file.name)

    @property
    def url(self):
        return reverse("files:rendition", args=[self.image.uid, self.filter_spec])


class Attachment(Held, AbstractDocument):
    file = models.FileField(_("文件"), upload_to=place_of)
    objects = AttachmentQuerySet.as_manager()
    admin_form_fields = ("title",)

    class Meta(Held.Meta):
        verbose_name = verbose_name_plural = _("文件")

    @property
    def url(self):
        return self.get_absolute_url()

    @property
    def search_note(self):
        """That search does not look into it, and why; empty where it does."""
        return extraction.note_of(self.type.extension, extraction.state_of(self))


HELD = (Picture, Attachment)

"""Images and documents, private by birth: nobody fetches one except through files.views."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from ui.uid import new_uid


class Held(models.Model):
    """A file belongs to one thing, its holder, and is read by whoever may read that."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    about_type = models.ForeignKey(ContentType, models.CASCADE, null=True, editable=False, related_name="+")
    about_id = models.PositiveBigIntegerField(null=True, editable=False)
    about = GenericForeignKey("about_type", "about_id")
    is_published = models.BooleanField(default=False, editable=False)  # live text uses it; else it is a draft's

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["about_type", "about_id"], name="%(class)s_about")]

    def get_absolute_url(self):
        return reverse("files:file", args=[self.uid])


class Picture(Held, AbstractImage):
    admin_form_fields = ("title", "file", "description")

    class Meta(Held.Meta):
        verbose_name = verbose_name_plural = _("图片")


class PictureRendition(AbstractRendition):
    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    @property
    def url(self):
        return reverse("files:rendition", args=[self.image.uid, self.filter_spec])


class Attachment(Held, AbstractDocument):
    admin_form_fields = ("title", "file")

    class Meta(Held.Meta):
        verbose_name = verbose_name_plural = _("文件")

    @property
    def url(self):
        return self.get_absolute_url()

"""The PDF by which an Office file is viewed, made once for its bytes."""

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from files.choices import PreviewState
from files.models.held import Attachment


def place_of(preview, filename):
    """Beside the files themselves, by the uid of the attachment, and as private."""
    uid = preview.attachment.uid
    return f"previews/{uid[:2]}/{uid}.pdf"


class PreviewQuerySet(models.QuerySet):
    def twin_of(self, attachment):
        """The view of the same bytes under another holder, so that they are not converted twice."""
        same = self.filter(state=PreviewState.DONE, attachment__file_hash=attachment.file_hash)
        same = same.filter(attachment__file__endswith=f".{attachment.type.extension}")
        return same.exclude(attachment=attachment).first()


class Preview(models.Model):
    """Goes with its attachment, has its readers, and takes no room of the space."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="preview")
    state = models.CharField(max_length=8, choices=PreviewState, default=PreviewState.WAITING)
    file = models.FileField(upload_to=place_of, blank=True)
    why = models.CharField(max_length=40, blank=True)  # a code of files.office, when there is none
    tries = models.PositiveSmallIntegerField(default=0)  # begun and not ended: each took a worker with it
    at = models.DateTimeField(default=timezone.now)

    objects = PreviewQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("预览")

    def __str__(self):
        return f"{self.attachment}: {self.get_state_display()}"

    def begin(self):
        """Count this try; whoever counts later keeps what it made."""
        Preview.objects.filter(pk=self.pk).update(tries=models.F("tries") + 1)
        self.refresh_from_db(fields=["tries"])

    def take_back(self):
        """The try ended without blame: the worker was asked to stop."""
        Preview.objects.filter(pk=self.pk, tries=self.tries).update(tries=self.tries - 1)


@receiver(post_delete, sender=Preview, dispatch_uid="file of a preview")
def _let_go(sender, instance, **signal):
    if instance.file:
        transaction.on_commit(lambda: instance.file.storage.delete(instance.file.name))

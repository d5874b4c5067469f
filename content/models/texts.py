from django.db import models

from content.choices import ReferenceKind
from content.models.pages import ContentPage


class Rendering(models.Model):
    """What readers get of the live text: made once when it is published, the same for every reader."""

    page = models.OneToOneField(ContentPage, models.CASCADE, primary_key=True, related_name="rendering")
    html = models.TextField(blank=True)
    toc = models.JSONField(default=list)  # [[level, anchor, words], …]
    text = models.TextField(blank=True)  # plain, for search, excerpts and counting
    made_by = models.PositiveSmallIntegerField(default=0)  # the version of the renderer

    def __str__(self):
        return f"{self.page_id}"


class Reference(models.Model):
    """That the live text of a page points to another page, a file or a person. Feeds backlinks."""

    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="references")
    kind = models.CharField(max_length=8, choices=ReferenceKind)
    target_uid = models.CharField(max_length=12, db_index=True)
    words = models.CharField(max_length=255, blank=True)  # how the author called it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "kind", "target_uid"], name="one_reference_a_target")]

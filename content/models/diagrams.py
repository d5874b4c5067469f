from django.conf import settings
from django.db import models

from content.models.pages import ContentPage


class Diagram(models.Model):
    """The picture of a diagram of this page: drawn by a browser, written anew by us (content.text.drawing).

    It belongs to one page: whoever draws for a page they may edit draws nothing for anybody else's.
    """

    page = models.ForeignKey(ContentPage, models.CASCADE, related_name="diagrams")
    digest = models.CharField(max_length=32)  # of the text it was drawn of
    svg = models.TextField()
    drawn_by = models.PositiveSmallIntegerField()  # the version of the drawing
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "digest"], name="one_picture_a_diagram")]

    def __str__(self):
        return f"{self.page_id} {self.digest}"

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class PlainArticle(Page):
    """An article as Wagtail's tutorial makes one."""

    body = RichTextField(blank=True)
    maintainer = models.ForeignKey("auth.User", models.PROTECT, null=True, related_name="+")

    template = "plain/article.html"

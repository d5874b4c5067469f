from django.utils.translation import gettext_lazy as _

from content.models import ContentPage


class Article(ContentPage):
    """知识页: how something is done, what to know."""

    parent_page_types = ["content.Space", "wiki.Article", "wiki.ClinicalCase", "wiki.Regulation"]
    tile = "article"
    kind_name = "article"
    search_order, search_label = 1, _("知识")
    reading_template = "wiki/article.html"

    class Meta:
        verbose_name = verbose_name_plural = _("知识页")

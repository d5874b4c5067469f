from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from access.audiences import nobody
from access.models import Audience
from content.choices import SpaceKind
from content.models.pages import LIBRARY, ContentPage
from org.models import Unit


class Library(ContentPage):
    """The root above all spaces. There is one."""

    max_count = 1
    is_creatable = False
    parent_page_types = ["content.ContentPage"]
    subpage_types = ["content.Space"]

    class Meta:
        verbose_name = verbose_name_plural = _("知识库")

    def own_levels(self):
        return []


class Bin(ContentPage):
    """Where removed pages wait thirty days, read by nobody. There is one."""

    max_count = 1
    is_creatable = False
    parent_page_types = ["content.ContentPage"]
    subpage_types = []

    class Meta:
        verbose_name = verbose_name_plural = _("回收站")

    def own_levels(self):
        return [(nobody().pk, None)]


class Space(ContentPage):
    """A shelf of its own: pages of a unit or a topic, with readers, editors and stewards."""

    contentpage_ptr = models.OneToOneField(
        ContentPage, models.CASCADE, parent_link=True, primary_key=True, related_name="as_space"
    )
    kind = models.CharField(_("类型"), max_length=8, choices=SpaceKind, default=SpaceKind.TOPIC)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="spaces", verbose_name=_("所属单位"))
    readers = models.ForeignKey(Audience, models.PROTECT, related_name="+", editable=False)
    editors = models.ForeignKey(Audience, models.PROTECT, related_name="+", editable=False)
    stewards = models.ForeignKey(Audience, models.PROTECT, related_name="+", editable=False)
    is_listed = models.BooleanField(
        _("公开目录"), default=False, help_text=_("没有权限的同事也能看到名称，可以申请查看。")
    )
    # Set by the class: a room that keeps texts of its own in spaces names another, and lists of knowledge leave it out.
    shelf = models.CharField(max_length=12, default=LIBRARY, editable=False, db_index=True)
    icon = models.CharField(_("图标"), max_length=30, default="book-open")
    is_view_only = models.BooleanField(
        _("不许下载附件"),
        default=False,
        help_text=_(
            "附件只能在页面里看；空间负责人和页面的维护人仍可下载。能看到的内容总能被截屏，这个开关只让它不容易流出去。"
        ),
    )
    quota_mb = models.PositiveIntegerField(_("文件容量（MB）"), default=5_000)

    parent_page_types = ["content.Library"]
    is_creatable = False
    tile = "space"
    kind_name = "space"
    stands_on = LIBRARY

    class Meta:
        verbose_name = verbose_name_plural = _("空间")

    kept_when_reverting = (
        *ContentPage.kept_when_reverting,
        *("kind", "unit_id", "readers_id", "editors_id", "stewards_id", "is_listed", "is_view_only", "quota_mb"),
    )

    def slug_in_tree(self):
        return self.slug or self.uid

    def save(self, *args, **kwargs):
        if self.is_placed_anew:
            self.shelf = self.stands_on
        super().save(*args, **kwargs)
        if self.space_id is None:  # a space belongs to itself, so one rule serves it and its pages
            ContentPage.objects.filter(pk=self.pk).update(space=self.pk)
            self.space_id = self.pk

    def own_levels(self):
        return [(self.readers_id, self.stewards_id)]

    @staticmethod
    def address_of(space):
        return reverse("content:space", args=[space.slug])

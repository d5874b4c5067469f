from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.models import Audience
from content.models import ContentPage, Space
from files.models import Picture
from org.pinyin import initials_of, pinyin_of
from subscriptions.choices import SHELF, Category, Joining, QuotaPeriod
from ui.uid import new_uid


class Channel(Space):
    """订阅号: a shelf of posts. Its readers are the audience, its editors and stewards the operators."""

    space_ptr = models.OneToOneField(
        Space, models.CASCADE, parent_link=True, primary_key=True, related_name="as_channel"
    )
    category = models.CharField(_("分类"), max_length=12, choices=Category, default=Category.CULTURE)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    rhythm = models.CharField(_("更新节奏"), max_length=30, blank=True, help_text=_("如：每周二、周五"))
    joining = models.CharField(_("关注方式"), max_length=6, choices=Joining, default=Joining.OPEN)
    # Whoever is in it follows without a row of their own, from the moment they are: nothing to keep up to date.
    compulsory = models.ForeignKey(
        Audience, models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name=_("必读范围")
    )
    quota = models.PositiveSmallIntegerField(_("推送额度"), default=1)
    quota_period = models.CharField(_("额度周期"), max_length=4, choices=QuotaPeriod, default=QuotaPeriod.DAY)
    demands_approval = models.BooleanField(_("发出前要审批"), default=False)
    has_comments = models.BooleanField(_("可以留言"), default=True)
    selects_comments = models.BooleanField(_("留言精选后公开"), default=True)
    held_words = models.TextField(
        _("敏感词"), blank=True, max_length=4_000, help_text=_("每行一个，留言里出现就先扣下")
    )
    sounds = models.CharField(max_length=180, editable=False, blank=True)  # as those type it who know its sound
    followers = models.PositiveIntegerField(default=0, editable=False)  # for lists; counted again each night

    parent_page_types = ["content.Library"]
    subpage_types = ["subscriptions.Post"]
    is_creatable = False
    tile = "channel"
    kind_name = "channel"
    search_kind = "post"
    stands_on = SHELF

    class Meta:
        verbose_name = verbose_name_plural = _("订阅号")

    kept_when_reverting = (
        *Space.kept_when_reverting,
        *("category", "picture_id", "rhythm", "joining", "compulsory_id", "quota", "quota_period", "demands_approval"),
        *("has_comments", "selects_comments", "held_words", "followers"),
    )

    def save(self, *args, **kwargs):
        self.sounds = f"{pinyin_of(self.title)} {initials_of(self.title)}"
        super().save(*args, **kwargs)

    @staticmethod
    def address_of(channel):
        return reverse("subscriptions:channel", args=[channel.slug])


class Album(models.Model):
    """专栏: posts of one channel that belong together, read one after the other."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    channel = models.ForeignKey(Channel, models.CASCADE, related_name="albums")
    title = models.CharField(_("名称"), max_length=30)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["channel", "title"], name="album_once")]

    def __str__(self):
        return self.title


class Post(ContentPage):
    """订阅号文章: goes out with others in an issue, and has an address of its own."""

    cover = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    cover_alt = models.CharField(_("图片说明"), max_length=200, blank=True)
    album = models.ForeignKey(Album, models.SET_NULL, null=True, blank=True, related_name="posts")

    parent_page_types = ["subscriptions.Channel"]
    subpage_types = []
    tile = "channel"
    kind_name = "post"
    shelf = SHELF
    search_order, search_label = 9, _("订阅号")
    found_besides = ("space__title",)
    reading_related = ("cover", "album", "space__as_channel", "in_issue__issue__release__by")

    class Meta:
        verbose_name = verbose_name_plural = _("订阅号文章")

    kept_when_reverting = (*ContentPage.kept_when_reverting, "cover_id", "cover_alt", "album_id")

    @staticmethod
    def address_of(post):
        return reverse("subscriptions:post", args=[post.uid])

    @property
    def goes_live_alone(self):
        """A post that is out may be corrected; the first time it goes with its issue."""
        return self.live

    def files_besides(self):
        return (self.cover.uid,) if self.cover_id else ()

    def publication_live(self, publication):
        from subscriptions.actions.correcting import note_correction

        note_correction(self, publication)


class Withdrawal(models.Model):
    """The post was taken back from everybody. What is left is this stub."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=300, blank=True)


class Correction(models.Model):
    """The text changed after it was out; readers see that and when, operators the text before."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="corrections")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    note = models.CharField(max_length=300, blank=True)
    before = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]

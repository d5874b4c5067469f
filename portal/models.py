from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from access import rules
from access.models import Audience
from org.models import Unit
from portal.choices import Colour, Trouble
from ui.uid import new_uid


class ModuleLinkQuerySet(models.QuerySet):
    def visible_to(self, user):
        return rules.allowed(user, "view", self)

    def may(self, user, action):
        return rules.allowed(user, action, self)

    def in_order(self):
        """The group's before the hospital's, each as its administrator arranged it."""
        return self.order_by("unit__depth", "unit__path", "order", "name", "pk")


class ModuleLink(models.Model):
    """A door to an operational system (公告, 危急值, 审批, OA …), seen only by its audience."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="module_links", verbose_name=_("所属单位"))
    name = models.CharField(_("名称"), max_length=20)
    icon = models.CharField(_("图标"), max_length=30, default="layout-grid")
    colour = models.CharField(_("底色"), max_length=12, choices=Colour, default=Colour.FILE)
    address = models.CharField(_("地址"), max_length=500)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+", editable=False)
    order = models.PositiveIntegerField(_("顺序"), default=1_000)  # a new one stands last
    is_on = models.BooleanField(_("启用"), default=True)
    opens_new = models.BooleanField(_("在新窗口打开"), default=True)
    checked_at = models.DateTimeField(null=True, editable=False)
    trouble = models.CharField(max_length=12, choices=Trouble, blank=True, editable=False)

    objects = ModuleLinkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("业务入口")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The redirect that asks for rights; the real address is only told to administrators."""
        return reverse("portal:go", args=[self.uid])

    @property
    def is_elsewhere(self):
        return "//" in self.address

    @property
    def host(self):
        """Where it leads, in short: “lis.qingyu.example/handbook”."""
        return self.address.partition("//")[2] or self.address


class QuickLink(models.Model):
    """One of a person's own quick links: a module, or any address. Without any, the hospital's arrangement shows."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="quick_links")
    module = models.ForeignKey(ModuleLink, models.CASCADE, null=True, related_name="quick_links")
    name = models.CharField(_("名称"), max_length=20, blank=True)
    address = models.CharField(_("地址"), max_length=500, blank=True)
    order = models.PositiveIntegerField(default=1_000)

    class Meta:
        ordering = ["order", "pk"]

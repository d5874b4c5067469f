from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from access.models import Audience
from org.models import Unit
from ui.uid import new_uid


class ModuleLink(models.Model):
    """A door to an operational system (公告, 危急值, 审批, OA …), seen only by its audience."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="module_links", verbose_name=_("所属单位"))
    name = models.CharField(_("名称"), max_length=20)
    hint = models.CharField(_("说明"), max_length=60, blank=True)
    icon = models.CharField(_("图标"), max_length=30, default="layout-grid")
    address = models.CharField(_("地址"), max_length=500)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+", editable=False)
    order = models.PositiveSmallIntegerField(_("顺序"), default=100)
    is_on = models.BooleanField(_("启用"), default=True)
    opens_new = models.BooleanField(_("在新窗口打开"), default=True)

    class Meta:
        verbose_name = verbose_name_plural = _("业务入口")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class QuickLink(models.Model):
    """One of a person's own quick links: a module, or any address of the product."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="quick_links")
    module = models.ForeignKey(ModuleLink, models.CASCADE, null=True, related_name="+")
    name = models.CharField(_("名称"), max_length=20, blank=True)
    address = models.CharField(_("地址"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ["order", "pk"]

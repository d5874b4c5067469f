from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from files.models import Picture
from people.choices import SeenBy

TELEPHONE = RegexValidator(
    r"^[0-9][0-9 \-]{1,18}[0-9]$", _("电话只用数字，可以带空格和短横，例如 8215 或 0571-8800 1234。")
)
MOST_SKILLS = 8


class Profile(models.Model):
    """What a colleague tells about the own person. All of it is optional; posts and names come from HR."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    called = models.CharField(_("希望怎样称呼"), max_length=20, blank=True)
    reading = models.CharField(_("姓名的拼音"), max_length=120, blank=True)  # “zhou ya ning”, for names read otherwise
    short_phone = models.CharField(_("分机"), max_length=20, blank=True, validators=[TELEPHONE])
    office_phone = models.CharField(_("办公电话"), max_length=20, blank=True, validators=[TELEPHONE])
    room = models.CharField(_("位置"), max_length=60, blank=True)
    about = models.TextField(_("介绍"), max_length=300, blank=True)
    skills = models.JSONField(_("可以请教我的"), default=list, blank=True)
    phone_seen_by = models.CharField(_("谁能看到手机"), max_length=10, choices=SeenBy, default=SeenBy.DEPARTMENT)
    email_seen_by = models.CharField(_("谁能看到邮箱"), max_length=10, choices=SeenBy, default=SeenBy.EVERYONE)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = _("个人资料")

    def __str__(self):
        return f"{self.person}"

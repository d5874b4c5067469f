"""Fixed vocabularies of the organisation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class UnitKind(TextChoices):
    GROUP = "group", _("集团")
    HOSPITAL = "hospital", _("医院")
    CAMPUS = "campus", _("院区")
    DEPARTMENT = "department", _("科室")
    WARD = "ward", _("病区")


class PositionKind(TextChoices):
    DOCTOR = "doctor", _("医生")
    NURSE = "nurse", _("护士")
    TECHNICIAN = "technician", _("医技")
    PHARMACIST = "pharmacist", _("药师")
    ADMINISTRATION = "administration", _("行政")
    SUPPORT = "support", _("后勤")


class RoleKind(TextChoices):
    """What a person is trusted with, within a unit and all below it."""

    ADMINISTRATOR = "administrator", _("管理员")
    LIBRARIAN = "librarian", _("知识管理员")
    APPROVER = "approver", _("审批人")
    CHANNEL_OPERATOR = "channel_operator", _("订阅号运营")
    DESK_LEAD = "desk_lead", _("服务台负责人")


class Way(TextChoices):
    """How somebody signed in."""

    PASSWORD = "password", _("密码")
    CODE = "code", _("邮件验证码")
    SLIP = "slip", _("登录条")
    OIDC = "oidc", _("统一身份认证")
    FEISHU = "feishu", _("飞书")
    DEMO = "demo", _("演示")


class Theme(TextChoices):
    AUTO = "", _("跟随系统")
    LIGHT = "light", _("浅色")
    DARK = "dark", _("深色")


class TextSize(TextChoices):
    NORMAL = "", _("标准")
    LARGE = "large", _("大字")
    XLARGE = "xlarge", _("特大")

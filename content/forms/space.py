"""What stewards and administrators decide about a space."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from access.picker.fields import AudienceField
from content.models import Space
from org.choices import RoleKind
from org.models import Unit

APPROVALS = [("", _("不用审批，直接发布"))] + [
    (role.value, _("%(role)s同意后发布") % {"role": role.label}) for role in (RoleKind.APPROVER, RoleKind.LIBRARIAN)
]
ICONS = [
    ("book-open", _("书")),
    ("heart-pulse", _("心")),
    ("hospital", _("医院")),
    ("stethoscope", _("听诊器")),
    ("pill", _("药")),
    ("shield-check", _("盾牌")),
    ("siren", _("警灯")),
    ("notebook-pen", _("记事本")),
    ("users", _("同事")),
    ("scroll-text", _("文书")),
    ("activity", _("波形")),
    ("server", _("服务器")),
    ("briefcase", _("公文包")),
]


class SpaceForm(forms.Form):
    """Settings of a space that is there."""

    title = forms.CharField(label=_("名称"), max_length=60)
    summary = forms.CharField(label=_("简介"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    icon = forms.ChoiceField(label=_("图标"), choices=ICONS, required=False)
    readers = AudienceField(label=_("谁可以看"))
    editors = AudienceField(label=_("谁可以写"))
    stewards = AudienceField(label=_("谁负责"))
    approval = forms.ChoiceField(label=_("发布前"), choices=APPROVALS, required=False)
    is_listed = forms.BooleanField(
        label=_("公开目录"), required=False, help_text=_("没有权限的同事也能看到名称，可以申请查看")
    )
    is_view_only = forms.BooleanField(
        label=_("不许下载附件"),
        required=False,
        help_text=Space._meta.get_field("is_view_only").help_text,
    )
    quota_mb = forms.IntegerField(label=_("文件容量（MB）"), min_value=1, max_value=1_000_000, initial=5_000)

    def facts(self):
        names = ("title", "summary", "is_listed", "is_view_only", "quota_mb")
        return {name: self.cleaned_data[name] for name in names} | {"icon": self.cleaned_data["icon"] or "book-open"}

    def people(self):
        return {name: self.cleaned_data[name] for name in ("readers", "editors", "stewards")}


class NewSpaceForm(SpaceForm):
    """A space to be: its unit and its address besides."""

    unit = forms.ModelChoiceField(label=_("所属单位"), queryset=Unit.objects.none())
    slug = forms.CharField(label=_("地址"), max_length=40, help_text=_("小写字母、数字和连字符，如 chest-pain-center"))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units

    def settings(self):
        """What content.actions.spaces.create asks for."""
        named = {"unit": self.cleaned_data["unit"], "slug": self.cleaned_data["slug"]}
        return {**named, **self.people(), **self.facts(), "approval": self.cleaned_data["approval"] or None}

    def clean_slug(self):
        slug = self.cleaned_data["slug"].strip().lower()
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{1,39}", slug):
            raise forms.ValidationError(_("只能用小写字母、数字和连字符。"))
        if Space.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_("这个地址已经有了，请换一个。"))
        return slug


class SpaceRequestForm(forms.Form):
    """What somebody without the right to make spaces says to those who have it."""

    title = forms.CharField(label=_("名称"), max_length=60)
    unit = forms.ModelChoiceField(label=_("所属单位"), queryset=Unit.objects.none())
    reason = forms.CharField(
        label=_("用来做什么"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("给谁看、写些什么，知识管理员据此决定"),
    )  # fmt: skip

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = units.last()


class DeclineForm(forms.Form):
    """Why not."""

    answer = forms.CharField(
        label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("会发给对方")
    )

"""What operators say of channels, posts and the time of an issue."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.picker.fields import AudienceField
from content.forms.space import ICONS, NewSpaceForm
from subscriptions.choices import Category, Joining, QuotaPeriod
from subscriptions.models import Album, Channel
from subscriptions.quotas import moment

RESERVED = ("new", "more", "find", "read")  # addresses below /channels/
MORE_ICONS = [
    ("feather", _("羽毛")),
    ("heart-handshake", _("握手")),
    ("mic", _("话筒")),
    ("leaf", _("叶子")),
    ("newspaper", _("报纸")),
]


class ChannelForm(forms.Form):
    """Settings of a channel that is there."""

    title = forms.CharField(label=_("名称"), max_length=30)
    summary = forms.CharField(label=_("简介"), max_length=120, required=False)
    icon = forms.ChoiceField(label=_("图标"), choices=[*MORE_ICONS, *ICONS], required=False)
    category = forms.ChoiceField(label=_("分类"), choices=Category)
    rhythm = forms.CharField(label=_("更新节奏"), max_length=30, required=False, help_text=_("如：每周二、周五"))
    readers = AudienceField(label=_("谁可以看"))
    editors = AudienceField(label=_("运营人"))
    stewards = AudienceField(label=_("负责人"))
    joining = forms.ChoiceField(label=_("关注方式"), choices=Joining, widget=forms.RadioSelect)
    compulsory = AudienceField(
        label=_("统一订阅的人"), required=False, help_text=_("他们自动关注，不能取消；新来的同事第一次登录就已关注")
    )
    is_listed = forms.BooleanField(
        label=_("公开目录"), required=False, help_text=_("看不到内容的同事也能看到名称，可以申请关注")
    )
    quota = forms.IntegerField(label=_("推送额度"), min_value=0, max_value=20, initial=1)
    quota_period = forms.ChoiceField(label=_("额度周期"), choices=QuotaPeriod)
    demands_approval = forms.BooleanField(label=_("发出前要审批"), required=False)
    has_comments = forms.BooleanField(label=_("可以留言"), required=False, initial=True)
    selects_comments = forms.BooleanField(label=_("留言精选后公开"), required=False, initial=True)
    held_words = forms.CharField(
        label=_("敏感词"), max_length=4_000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=Channel._meta.get_field("held_words").help_text,
    )  # fmt: skip

    def settings(self):
        """What the actions ask for."""
        said = dict(self.cleaned_data)
        return said | {"icon": said["icon"] or "newspaper", "compulsory": said["compulsory"] or ()}

    @staticmethod
    def initial_of(channel):
        return {name: getattr(channel, name) for name in ChannelForm.base_fields}


class NewChannelForm(ChannelForm):
    """A channel to be: its unit and its address besides."""

    unit = NewSpaceForm.base_fields["unit"]
    slug = NewSpaceForm.base_fields["slug"]

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units

    def clean_slug(self):
        slug = NewSpaceForm.clean_slug(self)
        if slug in RESERVED:
            raise forms.ValidationError(_("这个地址已经有了，请换一个。"))
        return slug


class PlanForm(forms.Form):
    """When an issue goes out. Times are those of Beijing, whatever the clock of the browser says."""

    when = forms.ChoiceField(
        label=_("什么时候"), choices=[("now", _("立即")), ("later", _("定时"))], initial="now", widget=forms.RadioSelect
    )
    day = forms.DateField(
        label=_("日期"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    time = forms.TimeField(
        label=_("时间（北京时间）"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    push = forms.BooleanField(label=_("推送给关注的人"), required=False, initial=True, help_text=_("不推送的不占额度"))

    def clean(self):
        said = super().clean()
        said["at"] = None
        if said.get("when") == "later":
            if not said.get("day") or not said.get("time"):
                raise forms.ValidationError(_("请选日期和时间。"))
            said["at"] = moment(said["day"], said["time"])
            if said["at"] <= timezone.now():
                self.add_error("time", _("发出时间要在现在之后。"))
        return said


class CoverForm(forms.Form):
    """What stands above a post in lists."""

    picture = forms.ImageField(label=_("封面"), required=False, help_text=_("16:9，至少 900 像素宽"))
    alt = forms.CharField(label=_("图片说明"), max_length=200, required=False, help_text=_("读屏时念给看不见的同事"))
    across = forms.IntegerField(
        label=_("裁切时留住的地方，从左"),
        min_value=0,
        max_value=100,
        initial=50,
        widget=forms.NumberInput(attrs={"type": "range"}),
    )
    down = forms.IntegerField(
        label=_("裁切时留住的地方，从上"),
        min_value=0,
        max_value=100,
        initial=50,
        widget=forms.NumberInput(attrs={"type": "range"}),
    )
    summary = forms.CharField(label=_("摘要"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    album = forms.ModelChoiceField(label=_("专栏"), queryset=Album.objects.none(), required=False)

    def __init__(self, *args, channel, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["album"].queryset = Album.objects.filter(channel=channel)

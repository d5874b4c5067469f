from django import forms
from django.utils.translation import gettext_lazy as _

from access.picker.person import PersonField
from org.choices import RoleKind
from ui.days import today

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
WHAT_FOR = {
    RoleKind.ADMINISTRATOR: _("人员、角色、入口，必须开第二步验证"),
    RoleKind.LIBRARIAN: _("同义词、置顶、模板、空间"),
    RoleKind.APPROVER: _("同意或退回别人的发布，不能审自己的"),
    RoleKind.CHANNEL_OPERATOR: _("写和发订阅号文章"),
    RoleKind.DESK_LEAD: _("分派工单，看本台的统计"),
}


class RoleForm(forms.Form):
    person = PersonField(label=_("谁"))
    kind = forms.ChoiceField(label=_("角色"), choices=RoleKind.choices, widget=forms.RadioSelect)
    starts_on = forms.DateField(label=_("从"), initial=today, widget=DATE)
    ends_on = forms.DateField(label=_("到"), required=False, widget=DATE, help_text=_("不填就没有期限"))
    reason = forms.CharField(label=_("依据"), max_length=200, help_text=_("留在记录里，例如 3 月 17 日科务会"))

    @property
    def choices(self):
        """(value, label, what for, whether chosen) for the cards."""
        chosen = self["kind"].value()
        return [(kind.value, kind.label, WHAT_FOR[kind], kind.value == chosen) for kind in RoleKind]


class RoleEndForm(forms.Form):
    ends_on = forms.DateField(label=_("最后一天"), required=False, widget=DATE, help_text=_("不填就没有期限"))
    reason = forms.CharField(label=_("依据"), max_length=200)
    sure = forms.BooleanField(label=_("没有人可以审批了，仍然结束"), required=False)


class WhyForm(forms.Form):
    person = PersonField(label=_("谁"))
    day = forms.DateField(label=_("哪一天"), initial=today, widget=DATE)
    thing = forms.CharField(
        label=_("哪一页或哪个空间"), max_length=300, help_text=_("粘贴地址，或只填地址里的 12 位编号")
    )


class BreakGlassForm(forms.Form):
    reason = forms.CharField(label=_("原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

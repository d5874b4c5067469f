from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from access import rules
from org.choices import UnitKind
from org.models import Position, Unit
from people.actions.units import BELOW, FIELDS


class UnitForm(forms.ModelForm):
    class Meta:
        model = Unit
        fields = FIELDS
        help_texts = {
            "short_name": _("列表里显示，例如 心内一病区"),
            "code": _("人员名单用它指到这个单位，全集团不重复"),
        }

    def clean_code(self):
        code = self.cleaned_data["code"].strip().upper()
        if Unit.objects.filter(code__iexact=code).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("这个代码已经有单位在用"))
        return code


class NewUnitForm(UnitForm):
    kind = forms.ChoiceField(label=_("类型"))

    def __init__(self, *args, parent, **more):
        super().__init__(*args, **more)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in BELOW[UnitKind(parent.kind)]]
        self.order_fields(["kind", *FIELDS])


class MoveForm(forms.Form):
    parent = forms.CharField(label=_("移到哪个单位下面"), max_length=20, help_text=_("填上级单位的代码"))

    def __init__(self, *args, by, **more):
        super().__init__(*args, **more)
        self.by = by

    def clean_parent(self):
        units = rules.allowed(self.by, "administer", Unit.objects.all())
        unit = units.filter(code__iexact=self.cleaned_data["parent"].strip()).first()
        if unit is None:
            raise ValidationError(_("没有这个代码的单位，或不在您管的范围"))
        return unit


class PositionForm(forms.ModelForm):
    class Meta:
        model = Position
        fields = ["name", "code", "kind", "is_head", "order"]
        labels = {"order": _("顺序")}
        help_texts = {"order": _("小的在前，通讯录按它排列")}

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access import rules
from access.administration import administered_paths
from files.tables.sheets import MAX_BYTES
from org.choices import UnitKind
from org.models import Unit
from people.staff.columns import FIELDS

WHOLE, CHANGES = "whole", "changes"


class UnitChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, unit):
        return unit.name


class UploadForm(forms.Form):
    """A staff list: for which unit, whether it is whole, and the file."""

    unit = UnitChoiceField(label=_("单位"), queryset=Unit.objects.none(), to_field_name="uid", empty_label=None)
    extent = forms.ChoiceField(
        label=_("这份名单是"),
        choices=[(WHOLE, _("全部在岗名单，不在名单里的人算离职")), (CHANGES, _("只有新增和变动，其他人不动"))],
        widget=forms.RadioSelect,
        initial=WHOLE,
    )
    file = forms.FileField(label=_("名单"))

    def __init__(self, *args, by, **more):
        super().__init__(*args, **more)
        units = rules.allowed(by, "administer", Unit.objects.open())
        tops = Q(path__in=administered_paths(by)) | Q(kind__in=(UnitKind.GROUP, UnitKind.HOSPITAL))
        self.fields["unit"].queryset = units.filter(tops)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise ValidationError(
                _("文件大于 %(size)d MB。请只留下要导入的那一张表。"), params={"size": MAX_BYTES // 1024 // 1024}
            )
        return file


class ColumnsForm(forms.Form):
    """Which column is which, where the headings did not say."""

    def __init__(self, *args, header, places, **more):
        super().__init__(*args, **more)
        choices = [("", _("没有这一列")), *((place, name or "–") for place, name in enumerate(header))]
        for each in FIELDS:
            self.fields[each.name] = forms.TypedChoiceField(
                label=each.label,
                choices=choices,
                coerce=int,
                empty_value=None,
                required=each.is_required,
                initial=places.get(each.name, ""),
            )

    @property
    def places(self):
        return {name: place for name, place in self.cleaned_data.items() if place is not None}


class ConfirmForm(forms.Form):
    leavers = forms.IntegerField(label=_("离职人数"), required=False, min_value=0)

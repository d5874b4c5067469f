"""Forms of module links and quick links."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from access import rules
from access.administration import administered_paths
from access.picker.fields import AudienceField
from org.models import Unit
from portal.addresses import LONGEST, clean_address
from portal.choices import ICONS, Colour
from portal.models import ModuleLink

NAME = 8  # characters: a name never breaks on a phone


class AddressField(forms.CharField):
    def __init__(self, **more):
        super().__init__(max_length=LONGEST, label=_("地址"), **more)

    def clean(self, value):
        return clean_address(super().clean(value))


class ModuleForm(forms.ModelForm):
    """What an administrator says about a door: how it looks, where it leads, who has it."""

    name = forms.CharField(label=_("名称"), max_length=NAME, help_text=_("最多 8 个字，手机上不折行"))
    address = AddressField(help_text=_("网址，或以 / 开头的站内地址"))
    icon = forms.ChoiceField(label=_("图标"), choices=list(ICONS.items()), widget=forms.RadioSelect)
    colour = forms.ChoiceField(label=_("底色"), choices=Colour.choices, widget=forms.RadioSelect)
    audience = AudienceField(label=_("谁能看到"), help_text=_("范围外的人看不到，也打不开转跳地址"))

    class Meta:
        model = ModuleLink
        fields = ["name", "address", "opens_new", "is_on", "icon", "colour"]

    def __init__(self, *args, by, instance, **more):
        super().__init__(*args, instance=instance, **more)
        self.by = by
        if instance.audience_id:
            self.fields["audience"].initial = instance.audience

    def clean_audience(self):
        """A hospital's administrator gives doors to units of the own part of the tree, or to people by name."""
        rows = self.cleaned_data["audience"]
        named = {row.unit_id for row in rows if not row.is_exclusion and not row.person_id}
        own = Unit.objects.filter(rules.policy_for(Unit).rule(self.by, "administer"), pk__in=named - {None})
        is_everywhere = Unit.objects.filter(depth=1, path__in=administered_paths(self.by)).exists()
        if not is_everywhere and (None in named or own.count() < len(named)):
            raise ValidationError(_("只能选择您管理的单位"))
        return rows


class OwnLinkForm(forms.Form):
    """A quick link of one's own."""

    address = AddressField(widget=forms.TextInput(attrs={"placeholder": _("粘贴网址或站内页面")}))
    name = forms.CharField(label=_("名称"), max_length=NAME, help_text=_("最多 8 个字"))
